// What is typed into a form and not sent, kept by the browser field by field: a field that nobody touched says what the server says.

/** By the names of the fields. */
export type FormDraft = Readonly<Record<string, string>>

/** What is kept under a name; nothing when there is none, or when it is not readable. */
export function draftIn(store: Storage, name: string): FormDraft {
  try {
    return JSON.parse(store.getItem(name) ?? '{}') as FormDraft
  } catch {
    return {}
  }
}

/** Keeps more fields beside those that are kept. */
export function keepIn(store: Storage, name: string, fields: FormDraft): void {
  store.setItem(name, JSON.stringify({ ...draftIn(store, name), ...fields }))
}

/** The field that somebody types into or chooses from, with what it says now. */
export function fieldOf({ target }: { readonly target: EventTarget }): FormDraft {
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  return isField && target.name ? { [target.name]: target.value } : {}
}
