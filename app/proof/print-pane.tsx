// The right side of a proof sheet: the articles with their doubts, joins marked where they are, linked to the source.
import { Fragment } from 'react'
import type { ProofItem, ProofText } from '#lib/audit/proof'
import { articleFields, printedFields } from '#lib/model/article-fields'
import { nationwide } from '#lib/model/regions'
import { showLineRanges } from './line-ranges'

const fields = printedFields.map(name => ({ name, ...articleFields[name] }))

const labels: Readonly<Record<string, string>> = {
  picture: '图片说明',
  ...Object.fromEntries(fields.map(({ name, label }) => [name, label])),
  subheading: '小标题',
}

export function PrintPane({ items }: { items: readonly ProofItem[] }) {
  return (
    <section className="proof-print" aria-label="成稿">
      <h2>成稿</h2>
      {items.map(item => (
        <Item key={item.article.id} item={item} />
      ))}
    </section>
  )
}

function Item({ item: { article, texts, doubts } }: { item: ProofItem }) {
  const { number, provinces, cities, topic, lines, corrections } = article
  const facts = [provinces.join('、') || nationwide.name, cities.join('、'), topic || '主题未定'].filter(
    Boolean,
  )
  return (
    <article id={`a${number}`} className={`proof-hue-${number % 6}`}>
      <header>
        <b>{String(number).padStart(2, '0')}</b>
        <span>{facts.join(' · ')}</span>
        <span className="proof-range">{showLineRanges(lines)}</span>
      </header>
      {texts.map(printed => (
        <PrintedText key={printed.anchor} printed={printed} />
      ))}
      {corrections.map(({ source, print, why }) => (
        <p key={source} className="proof-correction">{`更正：“${source}”改为“${print}”，${why}`}</p>
      ))}
      {doubts.length > 0 && (
        <ul className="proof-doubts">
          {doubts.map(({ anchor, lines: where, message }) => (
            <li key={anchor} id={anchor}>
              <a href={`#s${where[0]?.from ?? 1}`}>{showLineRanges(where)}</a>
              {message}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

function PrintedText({ printed: { anchor, field, parts } }: { printed: ProofText }) {
  const first = parts[0]?.line
  const slot = fields.find(({ name }) => name === field)?.slot ?? 'body'
  return (
    <p id={anchor} className={`proof-${field} proof-in-${slot}`}>
      <a className="proof-line" href={first === undefined ? undefined : `#s${first}`}>
        {labels[field] ?? first ?? '？'}
      </a>
      {parts.map(({ text, line, join }) => (
        <Fragment key={line ?? text}>
          {join && (
            <a className={join.moved ? 'proof-turn proof-moved' : 'proof-turn'} href={`#s${join.to}`}>
              {`${join.from}→${join.to}`}
            </a>
          )}
          {text}
        </Fragment>
      ))}
    </p>
  )
}
