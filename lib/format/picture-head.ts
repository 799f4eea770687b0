// What the bytes of a picture say of it before it is decoded.

/** `orientation` is that of EXIF, 1 to 8; `trailing`: bytes after its end. Sizes in pixels, as stored. */
export type PictureHead = {
  readonly width: number
  readonly height: number
  readonly orientation: number
  readonly animated: boolean
  readonly trailing: number
}

/** Why the bytes are no whole picture, in Chinese. */
export type Broken = { readonly broken: string }
