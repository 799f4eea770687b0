// What was pasted, line by line, beside what becomes of it: what is left out is struck, with the reason.
import type { Cleaned } from '../wire'

type Props = { readonly cleaned: Cleaned; readonly take: () => void; readonly away: () => void }

export function Pasted({ cleaned: { text, lines }, take, away }: Props) {
  const out = lines.filter(line => line.out)
  const heads = [text.kicker, text.title, text.subtitle, text.column, text.byline].filter(Boolean)
  return (
    <section className="pasted" aria-label="粘贴的文字">
      <h2>{`粘贴了 ${lines.length} 行，收 ${lines.length - out.length} 行，去掉 ${out.length} 行`}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard */}
      <section className="two" tabIndex={0} aria-label="对照">
        <ol aria-label="粘贴的">
          {numbered(lines).map(([at, line]) => (
            <li key={at}>{line.out ? <Out {...line} /> : line.text}</li>
          ))}
        </ol>
        <ol aria-label="收进来的">
          {heads.map(one => (
            <li key={one}>
              <b>{one}</b>
            </li>
          ))}
          {numbered(text.body.split('\n\n')).map(([at, one]) => (
            <li key={at}>{one}</li>
          ))}
        </ol>
      </section>
      <p className="acts">
        <button type="button" className="main" onClick={take}>
          收下
        </button>
        <button type="button" onClick={away}>
          不要了
        </button>
      </p>
    </section>
  )
}

/** Each with its place: the lines of one text never change. */
const numbered = <One,>(list: readonly One[]) => [...list.entries()]

function Out({ text, out }: Cleaned['lines'][number]) {
  return (
    <>
      <del>{text}</del> <small>{out}</small>
    </>
  )
}
