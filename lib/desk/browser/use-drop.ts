// Files that are dropped on a part of the page, those of dropped folders too: browsers save the pictures of a page in one.
import { type DragEvent, useState } from 'react'

/** What an element needs to take files: its handlers, and whether somebody holds some over it. */
export function useDrop(take: (files: readonly File[]) => unknown) {
  const [isOver, setIsOver] = useState(false)
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      // What was dropped is gone when this handler has ended: all of it is asked for at once.
      const dropped = [...event.dataTransfer.items].map(
        item => [item.webkitGetAsEntry(), item.getAsFile()] as const,
      )
      Promise.all(dropped.map(([entry, file]) => filesOf(entry, file))).then(all => take(all.flat()))
    },
  }
  return { isOver, drop }
}

async function filesOf(entry: FileSystemEntry | null, file: File | null): Promise<readonly File[]> {
  const given = file ? [file] : []
  // A folder that cannot be read goes on as it is: reading it as a file says why.
  return entry && isFolder(entry) ? filesIn(entry).catch(() => given) : given
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

/** What a page may be made of. */
const ofPage = /\.(?:txt|md|pdf|html?|docx|jpe?g|jfif|png|webp)$/iu
/** Of the folder that a browser saves beside a page only the pictures: its other pages are frames. */
const besidePage = /[_.]files$/iu
const picture = /\.(?:jpe?g|jfif|png|webp)$/iu

async function filesIn(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const wanted = besidePage.test(folder.name) ? picture : ofPage
  const entries = await entriesIn(folder)
  const kept = entries.filter(entry => isFolder(entry) || wanted.test(entry.name))
  return (await Promise.all(kept.map(filesBelow))).flat()
}

function filesBelow(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFolder(entry)) return filesIn(entry)
  return new Promise((resolve, reject) => {
    if (isFile(entry)) entry.file(file => resolve([file]), reject)
    else resolve([])
  })
}

/** A browser gives some of the entries at a time, none when there are no more. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}
