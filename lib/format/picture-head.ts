// What the bytes of a picture say of it before it is decoded.

/**
 * `orientation` is that of EXIF, 1 to 8. `end`: the offset at which the picture ends, with what cameras put behind it; what follows is
 * something else. Sizes in pixels, as stored.
 */
export type PictureHead = {
  readonly width: number
  readonly height: number
  readonly orientation: number
  readonly animated: boolean
  readonly end: number
}

/** Why the bytes are no whole picture, in Chinese. */
export type Broken = { readonly broken: string }
