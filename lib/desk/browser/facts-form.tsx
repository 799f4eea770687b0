// Facts as a form, of an item or of the issue: what is changed becomes one operation a field.
import type { Operation } from '../../format/operation'
import type { FactView } from '../wire'
import type { FormDraft } from './drafts'
import { OptionList } from './form-fields'

type Facts = { readonly facts: readonly FactView[]; readonly reason: string }

/** The operations that a filled-in form comes to; `made` makes one of a field. A withdrawal carries its reason. */
export function factsAsked(
  { facts, reason }: Facts,
  field: (name: string) => string,
  made: (name: string, value: string) => Operation,
): readonly Operation[] {
  return facts.flatMap(({ name, value }): readonly Operation[] => {
    const isWithdrawn = name === 'status' && field(name) === 'withdrawn'
    if (field(name) === value && !(isWithdrawn && field('why') !== reason)) return []
    return [{ ...made(name, field(name)), ...(isWithdrawn && { why: field('why') }) }]
  })
}

export function FactsForm({ facts, reason, draft }: Facts & { readonly draft: FormDraft }) {
  return (
    <div className="pairs">
      {facts.map(fact => (
        <label key={fact.name} htmlFor={`fact-${fact.name}`}>
          <span>{fact.hint ? `${fact.label}（${fact.hint}）` : fact.label}</span>
          <Field fact={fact} value={draft[fact.name] ?? fact.value} />
        </label>
      ))}
      <label>
        <span>撤回的理由（撤回时要写，读者会看到）</span>
        <input name="why" defaultValue={draft.why ?? reason} maxLength={200} autoComplete="off" />
      </label>
    </div>
  )
}

function Field({ fact: { name, choices, suggested }, value }: { fact: FactView; value: string }) {
  const id = `fact-${name}`
  if (choices.length > 0)
    return (
      <select id={id} name={name} defaultValue={value}>
        <OptionList of={choices} />
      </select>
    )
  return (
    <>
      <input id={id} name={name} defaultValue={value} autoComplete="off" list={`${id}-list`} />
      <datalist id={`${id}-list`}>
        {suggested.map(one => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  )
}
