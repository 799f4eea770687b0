// The index.
import { site } from '#lib/site'

export default function Page() {
  return <h1>{site.name}</h1>
}
