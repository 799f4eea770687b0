// A step of a build, as its table shows it.

/** What was done, for a table: name of the step and what it counted. */
export type Step = { readonly step: string; readonly says: string }
