// Everything on one topic, by province.
import type { Metadata } from 'next'
import { countBySubject, groupByRegion, nationwide, onSubject, subjects } from '#lib/listing'
import { listMetadata, squarePath } from '#lib/metadata'
import { homePath, site, topicPath } from '#lib/site'
import { listData } from '#lib/structured-data'
import { CardList } from '../../_components/card-list'
import { ForPrograms } from '../../_components/for-programs'
import { library } from '../../_components/library'

type Props = { readonly params: Promise<{ readonly topic: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  [...countBySubject(library().articles)]
    .filter(([, count]) => count > 0)
    .map(([{ slug }]) => ({ topic: slug }))

async function read({ params }: Props) {
  const { topic: slug } = await params
  const subject = subjects.find(candidate => candidate.slug === slug)
  if (!subject) throw new Error(`no topic ${slug}`)
  const list = groupByRegion(library().articles.filter(onSubject(subject))).flatMap(group => group.articles)
  return { subject, list }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

type Page = Awaited<ReturnType<typeof read>>

const metadataOf = ({ subject, list }: Page) =>
  listMetadata(subject.name, topicPath(subject), list, topicPath(subject))

function Programs(page: Page) {
  const { subject } = page
  const steps = [
    { name: site.name, path: homePath },
    { name: subject.name, path: topicPath(subject) },
  ]
  return <ForPrograms says={metadataOf(page)} square={squarePath(nationwide)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const { subject, list } = await read(props)
  return (
    <CardList
      title={subject.name}
      programs={<Programs subject={subject} list={list} />}
      says={`${subject.says}，共 ${list.length} 篇`}
      list={list}
      place="province"
    />
  )
}
