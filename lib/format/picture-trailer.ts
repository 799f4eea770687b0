// What phones put behind the end of a JPEG picture: zeros, more JPEG pictures, and Samsung's trailer of short texts.

/** The offset behind the JPEG picture that begins at `from`; undefined where no whole one does. */
type EndOfJpeg = (bytes: Buffer, from: number) => number | undefined

/**
 * The offset from which on the bytes are neither of the picture nor of what belongs to it; their number where all are. Behind a picture
 * may stand zeros, with which cameras fill up a block; whole JPEG pictures: a second size (CIPA DC-007), a gain map, a map of depths;
 * and, last, Samsung's trailer where each of its entries is a text or such a picture. `endOfJpeg` reads a picture.
 */
export function endOfTrailer(bytes: Buffer, from: number, endOfJpeg: EndOfJpeg): number {
  const entries = samsungEntries(bytes, from)
  const start = entries?.[0]?.from ?? bytes.length
  const end = endOfPictures(bytes.subarray(0, start), from, endOfJpeg)
  if (end < start) return end
  const foreign = entries?.find(
    ({ data }) => !isText(data) && endOfPictures(data, 0, endOfJpeg) < data.length,
  )
  return foreign?.dataFrom ?? bytes.length
}

/** The offset behind all zeros and whole pictures. */
function endOfPictures(bytes: Buffer, from: number, endOfJpeg: EndOfJpeg): number {
  let at = from
  for (;;) {
    let next = at
    while (bytes[next] === 0) next += 1
    if (next === bytes.length) return next
    const end = endOfJpeg(bytes, next)
    if (end === undefined) return at
    at = end
  }
}

/** The offsets of the entry and of its data. */
type Entry = { readonly from: number; readonly dataFrom: number; readonly data: Buffer }

const entryHead = 8
const directoryHead = 12
const directoryEntry = 12
/** More than any phone writes, so that a file made to be slow is not read for long. */
const most = { entries: 256, name: 256 } as const

/**
 * The entries of Samsung's trailer, in their order, where the file ends with one that is whole: entry by entry, then SEFH, a version,
 * how many, for each its kind, how far before SEFH it begins, and its length; the length of all that, SEFT. An entry has two zeros, its
 * kind, the length of its name, the name, the data. Not published by Samsung; as ExifTool's documentation of its tags has it.
 */
function samsungEntries(bytes: Buffer, from: number): readonly Entry[] | undefined {
  const foot = bytes.length - 8
  if (foot < from || bytes.toString('latin1', foot + 4) !== 'SEFT') return undefined
  const directory = foot - bytes.readUInt32LE(foot)
  if (directory < from || directory + directoryHead > foot) return undefined
  if (bytes.toString('latin1', directory, directory + 4) !== 'SEFH') return undefined
  const count = bytes.readUInt32LE(directory + 8)
  if (count > most.entries || directory + directoryHead + count * directoryEntry !== foot) return undefined
  const entries = Array.from({ length: count }, (_, index) =>
    readEntry(bytes, directory, directory + directoryHead + index * directoryEntry),
  )
  const sorted = entries.flatMap(entry => entry ?? []).sort((a, b) => a.from - b.from)
  // One after the other up to the directory: nothing stands between them.
  const ends = [...sorted.slice(1).map(entry => entry.from), directory]
  const isWhole =
    sorted.length === count && sorted.every(({ dataFrom, data }, at) => dataFrom + data.length === ends[at])
  return count > 0 && isWhole && (sorted[0]?.from ?? 0) >= from ? sorted : undefined
}

/** The entry that a line of the directory speaks of; undefined where the two differ. */
function readEntry(bytes: Buffer, directory: number, line: number): Entry | undefined {
  const from = directory - bytes.readUInt32LE(line + 4)
  const end = from + bytes.readUInt32LE(line + 8)
  if (from < 0 || from + entryHead > end || end > directory) return undefined
  if (bytes.readUInt32LE(from) !== bytes.readUInt32LE(line)) return undefined
  const name = bytes.readUInt32LE(from + 4)
  const dataFrom = from + entryHead + name
  if (name > most.name || dataFrom > end) return undefined
  const isNamed = /^\w*$/.test(bytes.toString('latin1', from + entryHead, dataFrom))
  return isNamed ? { from, dataFrom, data: bytes.subarray(dataFrom, end) } : undefined
}

/** Printable, no mark-up, and not the beginning of a PDF. */
function isText(data: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(data)
    return !/<|%PDF-|(?![\t\r\n])\p{Cc}/u.test(text)
  } catch {
    return false
  }
}
