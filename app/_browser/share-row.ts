// What <share-panel> has for the modules that it loads on use.

export type ShareField = HTMLInputElement | HTMLTextAreaElement
export type ShareFieldName = 'link' | 'text'

export interface ShareRow extends HTMLElement {
  /** What the row opens; null where it is not made yet. */
  readonly all: Element | null
  /** Whether the site does not want a way of sharing. */
  isOff(way: string): boolean
  field(name: ShareFieldName): ShareField | null
  given(name: ShareFieldName): string
  offer(
    row: Element | null,
    name: string,
    label: string,
    act: (button: HTMLButtonElement) => void,
    can?: boolean,
  ): HTMLButtonElement | undefined
  copy(name: ShareFieldName, button: HTMLButtonElement, value?: string): Promise<void>
}
