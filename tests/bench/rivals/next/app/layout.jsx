import { Document } from '../page.jsx'

export default function Layout({ children }) {
  return <Document>{children}</Document>
}
