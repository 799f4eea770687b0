// Every article, the newest first, and where each year and month begins.
import type { Metadata } from 'next'
import { toExport } from '#lib/library/article-store'
import { library } from '#lib/library/library'
import { allList, type ListPage, sheetParam, sheetsOf } from '#lib/library/lists'
import { nationwide } from '#lib/model/regions'
import { allPath, homePath, site } from '#lib/model/site'
import { squarePath } from '#lib/publish/metadata'
import { listData } from '#lib/publish/structured-data'
import { CardList } from '../../_components/card-list'
import { ForPrograms } from '../../_components/for-programs'
import { sheetMetadata } from '../../_components/sheet-links'

type Props = { readonly params: Promise<{ readonly rest?: readonly string[] }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  toExport('/all/[[...rest]]', sheetsOf(library().articles), rest => sheetParam('all', rest)).map(rest => ({
    rest,
  }))

async function read({ params }: Props): Promise<ListPage> {
  const { rest = [] } = await params
  const list = allList(library(), rest)
  if (!list) throw new Error(`no list all/${rest.join('/')}`)
  return list
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

const metadataOf = (page: ListPage) => sheetMetadata({ ...page, owner: homePath })

export default async function Page(props: Props) {
  const page = await read(props)
  const steps = [
    { name: site.name, path: homePath },
    { name: page.name, path: allPath },
  ]
  const programs = (
    <ForPrograms says={metadataOf(page)} square={squarePath(nationwide)} data={listData(steps)} />
  )
  return (
    <CardList
      title={page.name}
      programs={programs}
      path={page.path}
      list={page.list}
      sheet={page.sheet}
      place="province"
    />
  )
}
