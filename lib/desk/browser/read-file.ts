// A file of this machine, as it is sent to the desk's server.
import type { Incoming } from '../wire'

/** Its name, and its bytes in base64. */
export const readFile = (file: File) =>
  new Promise<Incoming['files'][number]>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve({ name: file.name, base64: String(reader.result).replace(/^[^,]*,/, '') })
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
