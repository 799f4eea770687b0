// A picture that only the key of the desk opens: fetched, and shown from this page's own memory.
import { useEffect, useState } from 'react'

/** An address for what `load` fetches; '' until it is there, and where it cannot be fetched. Another `load` fetches again. */
export function useBlobUrl(load: () => Promise<Blob>): string {
  const [url, setUrl] = useState('')
  useEffect(() => {
    let [made, isGone] = ['', false]
    load().then(
      blob => {
        if (isGone) return
        made = URL.createObjectURL(blob)
        setUrl(made)
      },
      () => setUrl(''),
    )
    return () => {
      isGone = true
      URL.revokeObjectURL(made)
    }
  }, [load])
  return url
}
