// The guesses behind the fields of an item, in words for an editor.
import type { Byline } from '../language/bylines'
import type { Regions } from '../language/regions'
import { findSlips } from '../language/slips'
import type { Story } from '../pipeline/stitch'
import { type Guess, quote } from './guess'

/** Names without a role, and names put together from parted characters. */
export function bylineGuesses(printed: string, bylines: readonly Byline[], story: Story): Guess[] {
  const lines = [...story.bylines, ...story.foot, ...(story.paragraphs[0] ? [story.paragraphs[0].block] : [])]
    .flatMap(block => block.lines)
    .slice(0, 1)
  const people = bylines.flatMap(byline => byline.people)
  const bare = people.filter(one => one.role === '' && story.kind === 'article').map(one => one.name)
  const roles: Guess[] =
    bare.length > 0
      ? [
          {
            kind: 'byline',
            risk: 4,
            lines,
            message: `署名“${printed || bare.join(' ')}”中${bare.join('、')}没有印身份，未作推断`,
          },
        ]
      : []
  const spaced = bylines.some(byline => byline.spaced)
  const names: Guess[] = spaced
    ? [
        {
          kind: 'name',
          risk: 3,
          lines,
          message: `署名“${printed}”中有空格的单字合为一个姓名：${people.map(one => one.name).join('、')}`,
        },
      ]
    : []
  return [...roles, ...names]
}

/** What the province was inferred from. */
export function placeGuesses(place: Regions, story: Story): Guess[] {
  const lines = story.headings
    .concat(story.paragraphs.map(one => one.block))
    .flatMap(block => block.lines)
    .slice(0, 1)
  if (place.provinces.length === 0)
    return [{ kind: 'place', risk: 3, lines, message: '文中没有足以确定省份的地名，按全国处理' }]
  const shown = [...place.provinces, ...place.cities].join('、')
  const printed = place.evidence.startsWith(place.provinces[0] ?? '')
  const risk = place.margin < 3 ? 5 : printed ? 1 : 2
  return [
    {
      kind: 'place',
      risk,
      lines,
      message: `地区${shown}由文中“${place.evidence}”推断${place.margin < 3 ? '，证据不强' : ''}`,
    },
  ]
}

/** Slips of the source, kept as printed. */
export function slipGuesses(story: Story): Guess[] {
  return [...story.headings.map(block => ({ block })), ...story.paragraphs].flatMap(({ block }) =>
    findSlips(block.text).map(slip => ({
      kind: 'slip' as const,
      risk: 6,
      lines: block.lines,
      message: `原文“${slip.text}”照印：${slip.why}`,
    })),
  )
}

/** An item without a title. */
export function titleGuesses(story: Story): Guess[] {
  if (story.headings.length > 0) return []
  const first = story.paragraphs[0]?.block
  return [
    {
      kind: 'title',
      risk: story.kind === 'photo' ? 2 : 7,
      lines: first?.lines.slice(0, 1) ?? [],
      message: `没有标题，正文以${quote(first?.text ?? '')}开头`,
    },
  ]
}
