// What Next and React write into a page that only their runtime needs, by the marks it is known by.

/** Inline scripts: flight data, the loader of the runtime, what swaps streamed boundaries. */
export const runtimeScript =
  /^\s*(?:\(?self\.__next_[a-z]+\s*=|\(?self\.__next_[a-z]+\.push\(|\(self\.__next_[a-z]+=|\(?(?:globalThis|self)(?:\.TURBOPACK|\["TURBOPACK"\]))/

/** The folder of Next's own files, in addresses of scripts and style sheets. */
export const isOfNext = (address: string): boolean => address.includes('/_next/')

/** Ids of elements that wait for a script to put streamed content in its place: B:0, P:0, S:0. */
export const isBoundaryId = (id: string): boolean => /^[BPS]:/.test(id)

/** A comment that begins a boundary whose content is still to come. */
export const isPendingComment = (data: string): boolean => /^\$[?!~]/.test(data)

/** A comment that begins or ends a boundary that is complete, or an activity. */
export const isBoundaryComment = (data: string): boolean => /^\/?[$&]$/.test(data)

/** What React writes between two texts. */
export const isTextSeparator = (data: string): boolean => data === ' '
