// A helper process of keep-content: takes issues, hands back what is to be kept of them. Messages: see keep-content.
import { keepIssue } from './keep-issue'

process.on(
  'message',
  (message: { readonly dir: string; readonly store: string; readonly ids: readonly string[] }) => {
    const { dir, store, ids } = message
    process.send?.(ids.map(id => keepIssue(dir, id, store)))
  },
)
