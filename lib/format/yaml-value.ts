// What YAML is read to: texts, lists and maps, each with its place.

export type Place = { readonly line: number; readonly column: number }

/** A value with the place where it stands. A text is always a string: nothing is retyped, ever. */
export type Value = Place &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly Value[] }
    | { readonly kind: 'map'; readonly fields: YamlFields }
  )

/** The keys of a map in their order; the place is that of the key. */
export type YamlFields = ReadonlyMap<string, Place & { readonly value: Value }>
