// What is known of a publication before it is begun: the list of what is looked at, the pages that will change, what stands in its way.
import { useEffect, useState } from 'react'
import type { Check, SiteChanges, Way } from '../wire'
import { getChanges, getChecks } from './api'
import type { OpenSite } from './use-site'

/** What the desk last answered, and why it did not since; '' when it did. */
export type Loaded<T> = { readonly now?: T; readonly fault: string }

/** The list of what is looked at, made again with each version of the issue. */
export function useChecks(id: string, version: string | undefined): Loaded<readonly Check[]> {
  const [checks, setChecks] = useState<Loaded<readonly Check[]>>({ fault: '' })
  useEffect(() => {
    if (!version) return
    getChecks(id).then(
      now => setChecks({ now, fault: '' }),
      (error: Error) => setChecks({ fault: error.message }),
    )
  }, [id, version])
  return checks
}

/** What changes in the site, asked again with each build and after each publication. */
export function useChanges({ answer }: OpenSite, way: Way): Loaded<SiteChanges> {
  const [changes, setChanges] = useState<Loaded<SiteChanges>>({ fault: '' })
  const { build = '', under = '' } = answer ?? {}
  useEffect(() => {
    if (!build || under) return
    getChanges(way === 'git' ? 'folder' : way).then(
      now => setChanges({ now, fault: '' }),
      (error: Error) => setChanges(last => ({ ...last, fault: error.message })),
    )
  }, [build, under, way])
  return changes
}

/** Why it cannot be published now; '' when it can. */
export function whyNot(
  { answer }: OpenSite,
  { now: checks, fault: unchecked }: Loaded<readonly Check[]>,
  { now: changes, fault: uncompared }: Loaded<SiteChanges>,
  way: Way,
): string {
  if (unchecked || uncompared) return unchecked || uncompared
  if (!answer || !checks) return '请稍等'
  const stop = checks.find(({ state }) => state === 'stop')
  if (stop) return `先处理：${stop.name}`
  if (answer.under || !answer.fresh) return '等网站建成'
  const fault = answer.ways.find(one => one.way === way)?.fault
  if (fault) return fault
  if (way === 'git') return ''
  if (!changes || changes.build !== answer.build) return '请稍等'
  return changes.pages.length + changes.files === 0 ? '与已发布的一字不差' : ''
}
