// Everything on one topic, by province.
import type { Metadata } from 'next'
import { countBySubject, groupByRegion, onSubject, subjects } from '#lib/listing'
import { absolute, topicPath } from '#lib/site'
import { CardList } from '../../_components/card-list'
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
  const { subject, list } = await read(props)
  return {
    title: `${subject.name}：${list.length} 篇`,
    description: `${subject.name}（${subject.says}），共 ${list.length} 篇。`,
    alternates: { canonical: absolute(topicPath(subject)) },
  }
}

export default async function Page(props: Props) {
  const { subject, list } = await read(props)
  return (
    <CardList
      title={subject.name}
      says={`${subject.says}，共 ${list.length} 篇`}
      list={list}
      place="province"
    />
  )
}
