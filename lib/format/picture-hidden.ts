// A file that is a picture and something else besides, as the programs see it that open the other thing.

/** Readers of PDF look for its mark so far from the beginning (ISO 32000-1, annex H, 3.4.1). */
const pdfReach = 1024
/** The end record of a ZIP file and its longest comment (APPNOTE.TXT, 4.3.16): where unpackers look for it. */
const zipReach = 22 + 0xffff

/** Marks of archives that unpackers find wherever they stand: RAR and 7z. */
const archives = ['Rar!\x1a\x07', "7z\xbc\xaf'\x1c"].map(mark => Buffer.from(mark, 'latin1'))

/** What else the bytes of a whole picture are, in Chinese; undefined where they are nothing else. */
export function hiddenKind(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, pdfReach).includes('%PDF-')) return ' PDF'
  return isZip(bytes) || archives.some(mark => bytes.includes(mark)) ? '压缩包' : undefined
}

/** Whether an end record of a ZIP file says where its directory is, and it is there. */
function isZip(bytes: Buffer): boolean {
  const isAt = (mark: string, at: number) => at >= 0 && bytes.toString('latin1', at, at + 4) === mark
  const first = Math.max(0, bytes.length - zipReach)
  for (let at = bytes.length; at > first; ) {
    at = bytes.lastIndexOf('PK\x05\x06', at - 1, 'latin1')
    if (at < first) return false
    if (at + 20 > bytes.length) continue
    const [size, offset] = [bytes.readUInt32LE(at + 12), bytes.readUInt32LE(at + 16)]
    // By its length, by its offset, or by the longer record of large archives.
    if (isAt('PK\x01\x02', at - size) || isAt('PK\x01\x02', offset) || isAt('PK\x06\x07', at - 20))
      return true
  }
  return false
}
