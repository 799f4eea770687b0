// What comes from outside as JSON, before it is believed.

/** The members of an object, each of which may be anything; none of what is no object. */
export const membersOf = (given: unknown): Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null ? { ...given } : {}

/** Whether it is the version of an issue's folder. */
export const isVersion = (given: unknown): given is string =>
  typeof given === 'string' && /^[0-9a-f]{32}$/.test(given)

/** Whether it is the number of an item. */
export const isItemName = (given: unknown): given is string =>
  typeof given === 'string' && /^\d{2,4}$/.test(given)

export const isBase64 = (given: unknown): given is string =>
  typeof given === 'string' && given.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(given)
