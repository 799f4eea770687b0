// What is pasted from a web page or Word, or dropped as a file, while an article is written: cleaned by the server, shown before it is taken.
import { useCallback, useEffect, useState } from 'react'
import type { Cleaned } from '../wire'
import { postClean } from './api'
import { readFile } from './read-file'
import { useDrop } from './use-drop'

/** `fail` hears why something could not be read. Plain text that is pasted into a field goes where it is pasted. */
export function usePaste(fail: (says: string) => void) {
  const [pasted, setPasted] = useState<Cleaned>()
  const read = useCallback(
    (file: File) => {
      fail('')
      readFile(file)
        .then(postClean)
        .then(cleaned => (cleaned.fault ? fail(cleaned.fault) : setPasted(cleaned)))
        .catch((error: Error) => fail(error.message))
    },
    [fail],
  )
  const { drop } = useDrop(([file]) => file && read(file))
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const html = event.clipboardData?.getData('text/html') ?? ''
      const [file] = event.clipboardData?.files ?? []
      if (html === '' && !file) return
      event.preventDefault()
      read(file ?? new File([`<meta charset="utf-8">${html}`], '粘贴.html'))
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  }, [read])
  return { pasted, drop, putAway: () => setPasted(undefined) }
}
