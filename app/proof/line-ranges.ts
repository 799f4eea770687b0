// Line ranges as an editor reads them: 101–103、127 行
import type { LineRange } from '#lib/model/article'

export function showLineRanges(lines: readonly LineRange[]): string {
  return `${lines.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join('、')} 行`
}
