// The entry: one component for every path.
import { usePathname } from '@lazarv/react-server'
import { Document, Page } from './page.jsx'

export default function App() {
  return (
    <Document>
      <Page path={decodeURIComponent(usePathname()).replace(/^\/|\/$/g, '')} />
    </Document>
  )
}
