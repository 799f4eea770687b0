// A choice in the finder: where it leads and how many articles there are.
import type { FinderInputs } from '#lib/library/page-inputs'
import { homePath, href, regionPath, regionTopicPath, topicPath } from '#lib/model/site'

type Chosen = { readonly region: string | undefined; readonly topic: string | undefined }

/** The address of the list of a choice beside what is chosen; of what is left when the choice is the one that is made already. */
export function finderHref(chosen: Chosen, kind: 'region' | 'topic', slug: string): string {
  const next = { ...chosen, [kind]: chosen[kind] === slug ? undefined : slug }
  const region = next.region ? { slug: next.region } : undefined
  const topic = next.topic ? { slug: next.topic } : undefined
  if (region) return href(topic ? regionTopicPath(region, topic) : regionPath(region))
  return href(topic ? topicPath(topic) : homePath)
}

type FinderLinkProps = FinderInputs & {
  readonly kind: 'region' | 'topic'
  readonly of: { readonly slug: string; readonly name: string }
}

/** A link to what is chosen by it; what is chosen already is taken back; what has no article is no link. */
export function FinderLink({ kind, of, ...finder }: FinderLinkProps) {
  const count = (kind === 'region' ? finder.regions : finder.topics)[of.slug] ?? 0
  const current = finder[kind] === of.slug
  const data = { [`data-${kind}`]: of.slug }
  return (
    <a
      {...data}
      href={count > 0 || current ? finderHref(finder, kind, of.slug) : undefined}
      aria-current={current || undefined}
    >
      {of.name} <span className="count">{count}</span>
      {current ? <span className="full">，取消这个选择</span> : null}
    </a>
  )
}
