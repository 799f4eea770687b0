// The site's settings and addresses.
import { describe, expect, it } from 'vitest'
import { nothingSet } from '#lib/model/own-settings'
import { findRegion } from '#lib/model/regions'
import { articlePath, citySlug, readSite, regionPath } from '#lib/model/site'

describe('readSite', () => {
  it('has a name and an address when nothing is set', () => {
    const none = { name: '工会简报', origin: 'http://localhost:3000', basePath: '' }
    expect(readSite({}, nothingSet)).toEqual(none)
    for (const PORT of ['x', '70000']) expect(readSite({ PORT }, nothingSet)).toEqual(none)
  })

  it('takes what its owner has set, and SITE_URL and SITE_NAME before it', () => {
    const own = { name: '江城工会', url: 'https://b.example/bao' }
    expect(readSite({}, own)).toEqual({ name: '江城工会', origin: 'https://b.example', basePath: '/bao' })
    const env = { SITE_URL: 'https://a.example', SITE_NAME: '甲' }
    expect(readSite(env, own)).toEqual({ name: '甲', origin: 'https://a.example', basePath: '' })
  })

  it('has the port that it is served on in its address', () =>
    expect(readSite({ PORT: '8080' }, nothingSet).origin).toBe('http://localhost:8080'))

  it('takes the sub-folder from the path', () => {
    const { origin, basePath } = readSite({ SITE_URL: 'https://a.example/docs/jianbao/' }, nothingSet)
    expect([origin, basePath]).toEqual(['https://a.example', '/docs/jianbao'])
  })

  it.each([
    'a.example',
    'ftp://a.example',
    'https://a.example/?q',
    'https://u@a.example',
    'https://a.example/简报',
    'javascript:0',
  ])('refuses %s', SITE_URL => {
    expect(() => readSite({ SITE_URL }, nothingSet)).toThrow('应为网址')
  })
})

it('keeps addresses short and ASCII', () => {
  const shaanxi = findRegion('陕西')
  expect(articlePath('gh202411-03')).toBe('/articles/gh202411-03/')
  expect(shaanxi && regionPath(shaanxi)).toBe('/regions/shaanxi/')
  expect(findRegion('陕西省')).toBeUndefined()
})

describe('the address of a city', () => {
  it('spells its name in code points', () => expect(citySlug('胶州')).toBe('80f6-5dde'))
  it('is short enough for a folder, whatever a file says, and other for another name', () => {
    const long = '甲'.repeat(400)
    expect(citySlug(long).length).toBeLessThan(255)
    expect(citySlug(long)).not.toBe(citySlug(`${long}乙`))
  })
})
