// The search box: a plain form that leads to the search page, from wherever it stands.
import type { ReactNode } from 'react'
import { href, searchPath } from '#lib/model/site'

/** `children`: further fields of the form. */
export function SearchBox({ children }: { children?: ReactNode }) {
  return (
    <form className="search-box" action={href(searchPath)} method="get">
      <search>
        <input
          type="search"
          name="q"
          aria-label="搜索文章"
          placeholder="标题、正文、人名、数字"
          maxLength={120}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button type="submit">搜索</button>
        {children}
      </search>
    </form>
  )
}
