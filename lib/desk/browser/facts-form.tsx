// The facts of an item as a form: what is changed becomes one operation a field.
import { type FactName, facts, type Operation } from '../../format/operation'
import { provinces } from '../../model/provinces'
import { topics } from '../../model/topics'
import type { ItemView } from '../wire'
import type { Kept } from './bench'
import { setFact } from './operations'

const names: Readonly<Record<FactName, string>> = {
  kind: '体裁',
  provinces: '省份（几个用、隔开；空着是全国）',
  cities: '市县（几个用、隔开）',
  topic: '分类',
  authors: '作者',
  photographers: '摄影',
  date: '随文印出的日期，如 2024-11-12',
}

const factOf = ({ facts: known }: ItemView, name: FactName): string =>
  [known[name as keyof typeof known]].flat().join('、')

/** The operations that a filled-in form comes to. */
export const factsAsked = (item: ItemView, field: (name: string) => string): readonly Operation[] =>
  facts.flatMap(name => (field(name) === factOf(item, name) ? [] : [setFact(item, name, field(name))]))

export function FactsForm({ item, draft }: { item: ItemView; draft: Kept }) {
  return (
    <>
      {facts.map(name => (
        <label key={name} htmlFor={`fact-${name}`}>
          <span>{names[name]}</span>
          <Field name={name} value={draft[name] ?? factOf(item, name)} />
        </label>
      ))}
      <datalist id="provinces">
        {provinces.map(one => (
          <option key={one.name} value={one.name} />
        ))}
      </datalist>
    </>
  )
}

function Field({ name, value }: { name: FactName; value: string }) {
  if (name === 'kind')
    return (
      <select id={`fact-${name}`} name={name} defaultValue={value}>
        <option value="article">文章</option>
        <option value="photo">图片新闻</option>
      </select>
    )
  if (name === 'topic')
    return (
      <select id={`fact-${name}`} name={name} defaultValue={value}>
        <option value="">未定</option>
        {topics.map(one => (
          <option key={one.name}>{one.name}</option>
        ))}
      </select>
    )
  return (
    <input
      id={`fact-${name}`}
      name={name}
      defaultValue={value}
      autoComplete="off"
      {...(name === 'provinces' && { list: 'provinces' })}
    />
  )
}
