// The tree of grams as the reader's device opens it: what gram-tree.ts wrote, a subtree at a time.
import { BitReader, readSubset, readTexts } from './bits'
import { slotsBehind } from './limits'
import { type FindRare, readRare } from './rare-table'

export type TreeNode = {
  /** Which of the entries of the gram without its last letter this gram stands in; at the top of the tree, which entries. */
  readonly members: readonly number[]
  /** Rare continuations by their letter: which of the members; 'apart' = to be looked up by their gram. */
  readonly rare: FindRare | 'apart'
  /** Common continuations by their letter; 'apart' = to be looked up by their gram. */
  readonly branches: ReadonlyMap<string, TreeNode | 'apart'>
}

type Parsed = { readonly node: TreeNode; readonly end: number }

/** Opens what a single letter or a pair of letters leads to. */
export function openTop(bytes: Uint8Array, articles: number): TreeNode {
  const reader = new BitReader(bytes)
  const titles = readSubset(reader, articles)
  const members = [...titles, ...readSubset(reader, articles).map(d => d + articles)]
  return parseBelow(bytes, reader, members).node
}

/** Opens a subtree that was split off; `universe` is the number of entries of the gram without its last letter. */
export function openApart(bytes: Uint8Array, universe: number): TreeNode {
  return parse(bytes, 0, universe).node
}

function parse(bytes: Uint8Array, at: number, universe: number): Parsed {
  const reader = new BitReader(bytes, at * 8)
  return parseBelow(bytes, reader, readSubset(reader, universe))
}

function parseBelow(bytes: Uint8Array, reader: BitReader, members: readonly number[]): Parsed {
  const rare = reader.read(1) ? 'apart' : readRare(reader, members.length, slotsBehind(members.length))
  const letters = readTexts(reader)
  const apart = letters.map(() => reader.read(1) === 1)
  const branches = new Map<string, TreeNode | 'apart'>()
  let end = reader.align()
  letters.forEach((letter, index) => {
    if (apart[index]) {
      branches.set(letter, 'apart')
      return
    }
    const branch = parse(bytes, end, members.length)
    branches.set(letter, branch.node)
    end = branch.end
  })
  return { node: { members, rare, branches }, end }
}
