// The search box: a plain form that leads to the search page, from wherever it stands.
import type { ReactNode } from 'react'
import { regionWord } from '#lib/model/regions'
import { href, searchPath } from '#lib/model/site'

/** `children`: further fields of the form. */
export function SearchBox({ children }: { children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to Chrome before 118
    <form className="search-box" role="search" action={href(searchPath)} method="get">
      <div>
        <input
          type="search"
          name="q"
          aria-label="搜索文章"
          placeholder={`标题、正文、${regionWord}、主题`}
          maxLength={120}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button type="submit">搜索</button>
      </div>
      {children}
    </form>
  )
}
