// Files that are dropped on a part of the page.
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
      take([...event.dataTransfer.files])
    },
  }
  return { isOver, drop }
}
