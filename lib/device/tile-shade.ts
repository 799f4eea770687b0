// The shade of a tile on the map of regions: the same where the page is built and where a choice narrows it in place.

/** How many shades there are; app/theme.css has their colours. */
const shades = 5

/** From 1 to 5, by its share of the largest count on the map; 0 for a tile without articles. */
export const shadeOf = (count: number, most: number): number =>
  Math.ceil((count / Math.max(1, most)) * shades)
