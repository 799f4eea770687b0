// Text as bytes, in the encodings that dumps come in.

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** GB18030 by the decoder's own table: every two bytes that give one character. */
const gbBytes = (() => {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && text.length === 1) table.set(text, [lead, trail])
    }
  }
  return table
})()

/** Text of two-byte characters and ASCII; anything else becomes a byte that no text holds. */
export const gb18030 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap(letter => (letter < '\x80' ? [letter.charCodeAt(0)] : (gbBytes.get(letter) ?? [0xff]))),
  )
