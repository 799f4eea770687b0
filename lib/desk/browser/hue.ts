// The ink of an item, the same on the page, in the source and in print.

/** So many inks are in desk.css; then they come again. */
const hues = 8

/** The class that gives an item its ink: hue-0 for 01. */
export const hueOf = (name: string) => `hue-${(Number(name) - 1) % hues}`
