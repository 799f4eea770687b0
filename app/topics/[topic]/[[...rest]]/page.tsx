// Everything on one topic; and its older pages.
import type { Metadata } from 'next'
import { pageParam } from '#lib/library/lists'
import type { TopicInputs } from '#lib/library/page-inputs'
import { firstOf, restOf, topicRoute } from '#lib/library/page-routes'
import { inputsOf, paramsOf } from '#lib/library/pages'
import { nationwide } from '#lib/model/regions'
import { homePath, site, topicPath } from '#lib/model/site'
import { squarePath } from '#lib/publish/paths'
import { listData } from '#lib/publish/structured-data'
import { CardList } from '../../../_components/card-list'
import { ForPrograms } from '../../../_components/for-programs'
import { listPageMetadata } from '../../../_components/list-links'

type Params = { readonly topic: string; readonly rest?: readonly string[] }
type Props = { readonly params: Promise<Params> }

export const dynamicParams = false
export const generateStaticParams = () =>
  paramsOf(topicRoute).map(param => ({ topic: firstOf(param), rest: restOf(param) }))

async function read({ params }: Props): Promise<TopicInputs> {
  const { topic, rest = [] } = await params
  return inputsOf(topicRoute, pageParam(topic, rest))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

const metadataOf = (list: TopicInputs) => listPageMetadata(list, topicPath(list.subject))

function Programs(list: TopicInputs) {
  const { subject } = list
  const steps = [
    { name: site.name, path: homePath },
    { name: subject.name, path: topicPath(subject) },
  ]
  return <ForPrograms says={metadataOf(list)} square={squarePath(nationwide)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const list = await read(props)
  const { subject, newest } = list
  return (
    <CardList
      list={list}
      programs={<Programs {...list} />}
      says={newest ? subject.says : undefined}
      place="province"
    />
  )
}
