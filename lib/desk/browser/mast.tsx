// The bar at the top of every page of the desk.
import type { ReactNode } from 'react'
import { ExampleBar } from './example'
import './mast.css'

export function Mast({ children }: { children: ReactNode }) {
  return (
    <>
      <ExampleBar />
      <header className="mast">
        <a className="name" href="#/">
          编辑台
        </a>
        {children}
      </header>
    </>
  )
}

export const BackToProof = ({ id }: { readonly id: string }) => (
  <a className="button" href={`#/${id}`}>
    回到校样 <kbd>Esc</kbd>
  </a>
)
