// 成稿: one item as readers see it: what is known of it, its pictures, its parts, what was corrected.

import { partQuote } from '../operations'
import type { ItemView } from '../wire'
import { type Bench, shownItem } from './bench'
import { hueOf } from './hue'
import { ItemPictures } from './pictures'
import { PrintedPart } from './printed-part'
import { useDrop } from './use-drop'
import './print-pane.css'

export function PrintPane({ bench }: { bench: Bench }) {
  const item = shownItem(bench)
  return (
    <section className="pane print" aria-label="成稿">
      <ItemStrip bench={bench} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard */}
      <section className="body" tabIndex={0} aria-label="读者所见">
        {item && <PrintedItem item={item} bench={bench} />}
      </section>
    </section>
  )
}

/** The items of the issue by their numbers, to choose from. */
function ItemStrip({ bench: { view, looking, look } }: { bench: Bench }) {
  return (
    <nav className="strip" aria-label="各篇">
      {view.items.map(({ name, title }) => (
        <button
          type="button"
          key={name}
          className={hueOf(name)}
          aria-current={name === looking.item || undefined}
          title={title}
          onClick={() => look({ item: name, part: -1 })}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}

type ItemProps = { readonly item: ItemView; readonly bench: Bench }

/** The item; pictures are dropped on it. */
function PrintedItem({ item, bench }: ItemProps) {
  const { isOver, drop } = useDrop(files => bench.open.addPictures(item.name, files))
  return (
    <article id={`i${item.name}`} className={`${hueOf(item.name)}${isOver ? ' over' : ''}`} {...drop}>
      {item.written ? (
        <p className="add">
          <a className="button" href={`#/${bench.view.id}/write/${item.name}`}>
            改稿
          </a>{' '}
          <span className="quiet">另写的一篇，不在原文里</span>
        </p>
      ) : (
        <FactsButton item={item} ask={() => bench.question({ ask: 'facts' })} />
      )}
      <ItemPictures item={item} bench={bench} />
      {item.parts.map((part, at) => (
        <PrintedPart key={`${part.role}${partQuote(part)}`} item={item} part={part} at={at} bench={bench} />
      ))}
      {item.corrections.length > 0 && (
        <ul className="corrections">
          {item.corrections.map(({ source, print, why }) => (
            <li key={source}>{`更正：“${source}”改为“${print}”，${why}`}</li>
          ))}
        </ul>
      )}
      <Foot item={item} bench={bench} />
    </article>
  )
}

/** What can be done with the whole item. */
function Foot({ item: { name, characters, written }, bench: { question } }: ItemProps) {
  return (
    <p className="foot">
      <span className="quiet">{`${name} · ${characters.toLocaleString('zh-CN')} 字`}</span>
      {!written && (
        <button type="button" onClick={() => question({ ask: 'merge' })}>
          与另一篇并成一篇 <kbd>M</kbd>
        </button>
      )}
      <button type="button" onClick={() => question({ ask: 'delete' })}>
        删去这一篇
      </button>
    </p>
  )
}

/** What is known of an item: a row that opens the form. */
function FactsButton({ item: { facts }, ask }: { item: ItemView; ask: () => void }) {
  const shown = facts.filter(({ name, value }) => always.includes(name) || (value && !usual.includes(value)))
  return (
    <button type="button" className="facts" onClick={ask}>
      {shown.map(({ name, label, value, choices }) => (
        <span key={name}>
          <small>{label}</small>
          {choices.find(one => one.value === value)?.says ?? (value || '没有')}
        </span>
      ))}
      <kbd>F</kbd>
    </button>
  )
}

/** Facts that are shown even when there is nothing to say, and values that are not worth a word. */
const always: readonly string[] = ['provinces', 'topic', 'authors']
const usual: readonly string[] = ['article', 'ready']
