// One route for every path.
import { allPages } from '../../library.mjs'
import { Page } from '../../page.jsx'

export const dynamicParams = false
export const generateStaticParams = () =>
  [...allPages().keys()].map(path => ({ path: path === '' ? [] : path.split('/') }))

export default async function OnePage({ params }) {
  const { path = [] } = await params
  return <Page path={path.map(decodeURIComponent).join('/')} />
}
