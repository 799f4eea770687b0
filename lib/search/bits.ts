// Numbers as bits: fixed width, unary, Elias gamma, and sorted subsets of 0 … universe-1 in Rice codes.

export class BitWriter {
  private bytes = new Uint8Array(64)
  private length = 0
  private pending = 0
  private free = 8

  /** Appends the lowest `width` bits of a value, highest first; width up to 31. */
  write(value: number, width: number): void {
    let left = width
    while (left > 0) {
      const take = Math.min(left, this.free)
      this.pending = (this.pending << take) | ((value >>> (left - take)) & ((1 << take) - 1))
      left -= take
      this.free -= take
      if (this.free === 0) this.flush()
    }
  }

  /** Appends 0 or more one-bits and a zero. */
  writeUnary(value: number): void {
    let left = value
    for (; left >= 24; left -= 24) this.write(0xffffff, 24)
    this.write(((1 << left) - 1) << 1, left + 1)
  }

  /** Elias gamma: any whole number from 0 on, small ones in few bits. */
  writeGamma(value: number): void {
    const width = 31 - Math.clz32(value + 1)
    this.writeUnary(width)
    this.write(value + 1 - (1 << width), width)
  }

  /** The bytes so far, the last one filled up with zeros. */
  finish(): Uint8Array {
    if (this.free < 8) this.write(0, this.free)
    return this.bytes.slice(0, this.length)
  }

  private flush(): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(this.length * 2)
      grown.set(this.bytes)
      this.bytes = grown
    }
    this.bytes[this.length++] = this.pending
    this.pending = 0
    this.free = 8
  }
}

export class BitReader {
  /** `at` is the place of the next bit. */
  constructor(
    private readonly bytes: Uint8Array,
    private at = 0,
  ) {}

  read(width: number): number {
    let value = 0
    for (let left = width; left > 0; ) {
      const room = 8 - (this.at & 7)
      const take = Math.min(left, room)
      const byte = this.bytes[this.at >>> 3] ?? 0
      value = (value << take) | ((byte >>> (room - take)) & ((1 << take) - 1))
      this.at += take
      left -= take
    }
    return value
  }

  readUnary(): number {
    let value = 0
    while (this.at < this.bytes.length * 8 && this.read(1) === 1) value++
    return value
  }

  readGamma(): number {
    const width = this.readUnary()
    return (1 << width) + this.read(width) - 1
  }
}

/** The best number of low bits for gaps whose mean is universe / count (Golomb: mean × ln 2). */
function lowBits(count: number, universe: number): number {
  return Math.max(0, 31 - Math.clz32(Math.max(1, Math.floor((universe / count) * 0.69))))
}

/**
 * Appends a sorted subset of 0 … universe-1: its size, then its gaps in Rice codes; of a subset with more than half of the universe
 * the gaps of what is missing. About 1.5 + log2(universe / size) bits a member.
 */
export function writeSubset(writer: BitWriter, members: readonly number[], universe: number): void {
  writer.writeGamma(members.length)
  const listed = members.length * 2 > universe ? missingFrom(members, universe) : members
  const low = lowBits(listed.length, universe)
  let last = -1
  for (let i = 0; i < listed.length; i++) {
    const member = listed[i] ?? 0
    const gap = member - last - 1
    writer.writeUnary(gap >>> low)
    writer.write(gap, low)
    last = member
  }
}

/** The subset that writeSubset wrote, for the same universe. */
export function readSubset(reader: BitReader, universe: number): number[] {
  const size = reader.readGamma()
  const inverted = size * 2 > universe
  const count = inverted ? universe - size : size
  const low = lowBits(count, universe)
  const listed: number[] = []
  let last = -1
  for (let i = 0; i < count; i++) {
    last += 1 + (reader.readUnary() << low) + reader.read(low)
    listed.push(last)
  }
  return inverted ? missingFrom(listed, universe) : listed
}

function missingFrom(members: readonly number[], universe: number): number[] {
  const missing: number[] = []
  for (let value = 0, i = 0; value < universe; value++) {
    if (members[i] === value) i++
    else missing.push(value)
  }
  return missing
}
