// In the place of a page that moved: that it did, and where it is. Browsers go there by themselves.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type Moved, movedRoute } from '#lib/library/moves'
import { inputsOf, paramsOf } from '#lib/library/pages'
import { absolute, href } from '#lib/model/site'
import { Breakable } from '../../_components/breakable'
import { Frame } from '../../_components/frame'

type Props = { readonly params: Promise<{ readonly path: readonly string[] }> }

export const dynamicParams = false
export const generateStaticParams = () => paramsOf(movedRoute).map(param => ({ path: param.split('/') }))

async function read({ params }: Props): Promise<Moved> {
  const path = (await params).path.join('/')
  // While developing this page is asked for whatever no other knows.
  if (!paramsOf(movedRoute).includes(path)) notFound()
  return inputsOf(movedRoute, path)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name, to } = await read(props)
  const description = `${name}换了网址：${absolute(to)}`
  return { title: name, description, alternates: { canonical: absolute(to) }, robots: { index: false } }
}

export default async function Page(props: Props) {
  const { name, to } = await read(props)
  return (
    <Frame>
      <meta httpEquiv="refresh" content={`0; url=${href(to)}`} />
      <div className="story">
        <header className="list-head">
          <h1 className="page-title">
            <Breakable>{name}</Breakable>
          </h1>
          <p className="page-says">这一页换了网址，旧网址会一直转到新的。</p>
        </header>
        <a className="tool" href={href(to)}>
          去新的网址
        </a>
      </div>
    </Frame>
  )
}
