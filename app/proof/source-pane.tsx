// The left side of a proof sheet: source.txt line by line, each linked to what was printed of it.
import type { Join, ProofLine } from '#lib/audit/proof'

export function SourcePane({ lines }: { lines: readonly ProofLine[] }) {
  return (
    <section className="proof-source" aria-label="源文件">
      <h2>源文件</h2>
      <ol>
        {lines.map(line => (
          <Line key={line.number} line={line} />
        ))}
      </ol>
    </section>
  )
}

function Line({ line }: { line: ProofLine }) {
  const { number, text, item, anchors, joins, doubts } = line
  if (text.trim() === '') return <li className="proof-gap" value={number} id={`s${number}`} />
  const hue = item === undefined ? 'proof-lost' : `proof-hue-${item % 6}`
  return (
    <li className={`${hue} ${doubts.length > 0 ? 'proof-doubted' : ''}`} value={number} id={`s${number}`}>
      <span className="proof-owner">
        {item === undefined ? (
          '无主'
        ) : (
          <a href={`#${anchors[0] ?? `a${item}`}`}>{String(item).padStart(2, '0')}</a>
        )}
      </span>
      <p>
        {joins
          .filter(({ to }) => to === number)
          .map(join => (
            <Turn key={join.from} join={join} line={join.from} says="承" />
          ))}
        {text.trim()}
        {joins
          .filter(({ from }) => from === number)
          .map(join => (
            <Turn key={join.to} join={join} line={join.to} says="接" />
          ))}
        {doubts.map(anchor => (
          <a key={anchor} className="proof-doubt-mark" href={`#${anchor}`}>
            疑
          </a>
        ))}
      </p>
    </li>
  )
}

function Turn({ join, line, says }: { join: Join; line: number; says: string }) {
  return (
    <a className={join.moved ? 'proof-turn proof-moved' : 'proof-turn'} href={`#s${line}`}>
      {`${join.moved ? '移' : ''}${says}${line}`}
    </a>
  )
}
