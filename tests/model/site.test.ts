// The site's settings and addresses.
import { describe, expect, it } from 'vitest'
import { findProvince } from '#lib/model/provinces'
import { articlePath, citySlug, readSite, regionPath } from '#lib/model/site'

describe('readSite', () => {
  it('has a name and an address when nothing is set', () => {
    expect(readSite({})).toEqual({ name: '工会简报', origin: 'http://localhost:3000', basePath: '' })
  })

  it('takes the sub-folder from the path', () => {
    const { origin, basePath } = readSite({ SITE_URL: 'https://a.example/docs/jianbao/' })
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
    expect(() => readSite({ SITE_URL })).toThrow('应为网址')
  })
})

it('keeps addresses short and ASCII', () => {
  const shaanxi = findProvince('陕西')
  expect(articlePath('gh202411-03')).toBe('/articles/gh202411-03/')
  expect(shaanxi && regionPath(shaanxi)).toBe('/regions/shaanxi/')
  expect(findProvince('陕西省')).toBeUndefined()
})

describe('the address of a city', () => {
  it('spells its name in code points', () => expect(citySlug('胶州')).toBe('80f6-5dde'))
  it('is short enough for a folder, whatever a file says, and other for another name', () => {
    const long = '甲'.repeat(400)
    expect(citySlug(long).length).toBeLessThan(255)
    expect(citySlug(long)).not.toBe(citySlug(`${long}乙`))
  })
})
