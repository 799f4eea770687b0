// Every article, the newest first, and where each year and month begins.
import type { Metadata } from 'next'
import { pageParam } from '#lib/library/lists'
import type { ListInputs } from '#lib/library/page-inputs'
import { allRoute, restOf } from '#lib/library/page-routes'
import { inputsOf, paramsOf } from '#lib/library/pages'
import { nationwide } from '#lib/model/regions'
import { allPath, homePath, site } from '#lib/model/site'
import { squarePath } from '#lib/publish/paths'
import { listData } from '#lib/publish/structured-data'
import { CardList } from '../../_components/card-list'
import { ForPrograms } from '../../_components/for-programs'
import { listPageMetadata } from '../../_components/list-links'

type Props = { readonly params: Promise<{ readonly rest?: readonly string[] }> }

export const dynamicParams = false
export const generateStaticParams = () => paramsOf(allRoute).map(param => ({ rest: restOf(param) }))

const read = async ({ params }: Props) => inputsOf(allRoute, pageParam('all', (await params).rest ?? []))

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

const metadataOf = (list: ListInputs) => listPageMetadata(list, homePath)

export default async function Page(props: Props) {
  const list = await read(props)
  const steps = [
    { name: site.name, path: homePath },
    { name: list.name, path: allPath },
  ]
  const programs = (
    <ForPrograms says={metadataOf(list)} square={squarePath(nationwide)} data={listData(steps)} />
  )
  return <CardList list={list} programs={programs} place="province" />
}
