// Marks of a Chinese keyboard where YAML wants those of an English one: said in a line each, instead of what YAML makes of them.
import type { Fault } from './characters'

type Mark = { readonly pattern: RegExp; readonly rule: string; readonly says: (mark: string) => string }

/** Each pattern has one group, the mark. They are looked for where quoted values are masked. */
const marks: readonly Mark[] = [
  {
    pattern: /^\s*(?:- )?[\p{L}\w]+(：)/u,
    rule: 'yaml-fullwidth',
    says: () => '“：”是全角冒号，应写英文冒号，后面空一格',
  },
  {
    pattern: /^\s*(?:- )?[A-Za-z\p{Script=Han}]+(:)[^\s]/u,
    rule: 'yaml-space',
    says: () => '冒号后面应空一格',
  },
  {
    pattern: /([“”‘’＂「」])/u,
    rule: 'yaml-fullwidth',
    says: mark => `${mark} 是中文引号，值的两边应是英文双引号 "`,
  },
  {
    pattern: /["\]\s]([，、；])/u,
    rule: 'yaml-fullwidth',
    says: mark => `${mark} 是全角标点，几项之间应是英文逗号`,
  },
  {
    pattern: /([［］【】])/u,
    rule: 'yaml-fullwidth',
    says: mark => `${mark} 是全角括号，列表应写在英文方括号 [ ] 里`,
  },
]

/** The faults of this kind in front matter; line and column from 1. At most one of each kind a line. */
export function markFaults(text: string): readonly Fault[] {
  return text.split('\n').flatMap((line, index) => {
    const masked = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/gu, value => `"${'x'.repeat(value.length - 2)}"`)
    return marks.flatMap(({ pattern, rule, says }) => {
      const match = pattern.exec(masked)
      const mark = match?.[1]
      if (!match || !mark) return []
      return [
        { line: index + 1, column: match.index + match[0].indexOf(mark) + 1, rule, message: says(mark) },
      ]
    })
  })
}
