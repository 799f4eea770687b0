// Text as bytes, in the encodings that dumps come in.

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The two-byte characters of an encoding, by the decoder's own table. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && text.length === 1 && text !== '\ufffd') table.set(text, [lead, trail])
    }
  }
  return table
}

/** Text of two-byte characters and ASCII; anything else becomes a byte that no text holds. */
const encoder = (encoding: string) => {
  const table = tableOf(encoding)
  return (text: string): Uint8Array =>
    Uint8Array.from(
      [...text].flatMap(letter => (letter < '\x80' ? [letter.charCodeAt(0)] : (table.get(letter) ?? [0xff]))),
    )
}

export const gb18030 = encoder('gb18030')
export const big5 = encoder('big5')
