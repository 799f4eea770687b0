// Parts that several forms of the desk have.
import type { FactView, ItemView } from '../wire'

/** The choices of a list. */
export const OptionList = ({ of }: { readonly of: FactView['choices'] }) =>
  of.map(({ value, says }) => (
    <option key={value} value={value}>
      {says}
    </option>
  ))

/** What an item is called in a list of several. */
const itemName = ({ name, title }: Pick<ItemView, 'name' | 'title'>) => `${name} ${title || '（无题）'}`

/** Items to choose from; `valueFor`: what the choice of one is, else its number. */
export const ItemList = ({ of, valueFor = name => name }: ItemListProps) =>
  of.map(item => (
    <option key={item.name} value={valueFor(item.name)}>
      {itemName(item)}
    </option>
  ))

type ItemListProps = {
  readonly of: readonly ItemView[]
  readonly valueFor?: (name: string) => string
}

/** Why something is withdrawn, which must be said. */
export const ReasonField = () => (
  <label>
    <span>理由，读者会看到</span>
    <input name="why" required maxLength={200} autoComplete="off" />
  </label>
)
