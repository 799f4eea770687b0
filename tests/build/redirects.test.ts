// The files of redirects: what is written for Netlify and Cloudflare Pages is what our own server does.
import { expect, it } from 'vitest'
import { printRedirectsFile, readRedirectsFile } from '#lib/build/hosting/redirects'

const redirects = {
  moved: [
    { from: '/topics/welfare/', to: '/topics/life/' },
    { from: '/topics/women/', to: '/' },
    { from: '/issues/a/', to: '/issues/b/' },
  ],
  gone: ['/articles/a-03/'],
}

it.each(['', '/bao'])('are answered as they are written, under “%s”', base => {
  const text = printRedirectsFile(redirects, base)
  expect(text.split('\n')[0]).toBe(`${base}/topics/welfare/ ${base}/topics/life/ 301`)
  const answer = readRedirectsFile(text)
  expect(answer(`${base}/topics/welfare/`)).toEqual({ status: 301, to: `${base}/topics/life/` })
  expect(answer(`${base}/topics/welfare/feed.xml`)).toEqual({
    status: 301,
    to: `${base}/topics/life/feed.xml`,
  })
  expect(answer(`${base}/topics/women/feed.xml`)).toBeUndefined()
  expect(answer(`${base}/issues/a/`)).toEqual({ status: 301, to: `${base}/issues/b/` })
  expect(answer(`${base}/issues/a/2/`)).toBeUndefined()
  expect(answer(`${base}/articles/a-03/`)).toMatchObject({ status: 410 })
  expect(answer(`${base}/topics/life/`)).toBeUndefined()
})

it('say nothing where nothing moved', () => {
  expect(printRedirectsFile({ moved: [], gone: [] }, '/bao')).toBe('')
  expect(readRedirectsFile('')('/')).toBeUndefined()
})
