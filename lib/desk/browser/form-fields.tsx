// Parts that several forms of the desk have.
import type { FactView } from '../wire'

/** The choices of a list. */
export const OptionList = ({ of }: { readonly of: FactView['choices'] }) =>
  of.map(({ value, says }) => (
    <option key={value} value={value}>
      {says}
    </option>
  ))

/** Why something is withdrawn, which must be said. */
export const ReasonField = () => (
  <label>
    <span>理由，读者会看到</span>
    <input name="why" required maxLength={200} autoComplete="off" />
  </label>
)
