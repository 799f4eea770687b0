// The table of an article's fields is the article: every field has its row, and goes wherever its row says.
import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { printedTexts } from '#lib/audit/printed-texts'
import { parseArticle, printArticle } from '#lib/format/article-file'
import type { Article } from '#lib/model/article'
import {
  articleFields,
  type Field,
  type FieldName,
  fieldNames,
  frontMatterKeys,
  listedFields,
  printedFields,
  searchedFields,
  slots,
  textFields,
} from '#lib/model/article-fields'
import { feedFormats, printFeed } from '#lib/publish/feeds/formats'
import * as files from '#lib/publish/machine-files'
import { textRecordOf } from '#lib/search/record-of'
import { ArticleText } from '../../app/_components/article-text'
import { Headline } from '../../app/_components/headline'
import { articleOf } from '../article-of'

/** An article in which each free text is a word of its own. */
const wordOf = (name: string) => `此处是${name}的文字`
const words: Partial<Article> = Object.fromEntries(textFields.map(name => [name, wordOf(name)]))
const article = articleOf({ ...words, provinces: ['山西'], lines: [{ from: 1, to: 2 }] })
const channel = { title: '全部', description: '', path: '/', articles: [article], issues: [] }

describe('the table', () => {
  it('has a row for each field that a file is read into, and no other', () => {
    expect(Object.keys(parseArticle(printArticle(article), '01.md')).sort()).toEqual([...fieldNames].sort())
  })

  it('puts every free text into a slot, and names no field twice', () => {
    expect([...printedFields].sort()).toEqual([...textFields].sort())
    expect(new Set(fieldNames.map(name => articleFields[name].label)).size).toBe(fieldNames.length)
    expect(slots.filter(slot => !fieldNames.some(name => rowOf(name).slot === slot))).toEqual([])
  })

  it('prints the keys of front matter in its order', () => {
    const printed = [
      ...printArticle(articleOf({ ...article, cities: ['太原'], date: '2024' })).matchAll(/^(\w+):/gm),
    ]
    const keys = printed.map(([, key]) => key)
    expect(keys).toEqual(frontMatterKeys.filter(key => keys.includes(key)))
    expect(keys).toEqual(expect.arrayContaining([...textFields]))
  })
})

describe('the README', () => {
  it('tells editors what every key of front matter is', () => {
    const told = [...readFileSync('README.md', 'utf8').matchAll(/^\| ((?:`\w+` ?)+) *\|/gm)].flatMap(
      ([, keys = '']) => [...keys.matchAll(/`(\w+)`/g)].map(([, key]) => key),
    )
    expect(told).toEqual(expect.arrayContaining([...frontMatterKeys]))
    expect(new Set(told).size).toBe(told.length)
  })
})

const rowOf = (name: FieldName): Field => articleFields[name]

describe.each(textFields)('%s', name => {
  const word = wordOf(name)

  it('stands in the audit once', () => {
    expect(printedTexts(article).fields.filter(({ field }) => field === name)).toHaveLength(1)
  })

  it('is printed on the page', () => {
    const photo = { ...article, kind: 'photo' as const } // of which the credit stands under the caption
    const page = [
      createElement(Headline, { article, level: 1 }),
      createElement(ArticleText, { article: photo }),
    ]
    const text = renderToStaticMarkup(page).replace(/<[^>]*>/g, '')
    expect(text.split(word)).toHaveLength(2)
  })

  it('stands in every feed', () => {
    for (const { file } of feedFormats) expect(printFeed(channel, file)).toContain(word)
  })

  it('stands in the files beside the page', () => {
    expect(files.articleMarkdown(article)).toContain(word)
    expect(JSON.parse(files.articleJson(article, undefined))).toHaveProperty(name, word)
    expect(files.issueText([article], undefined)).toContain(word)
  })

  it('stands in articles.json if its row says so', () => {
    const listed = listedFields.some(one => one === name)
    expect(Object.hasOwn(files.listEntry(article, undefined), name)).toBe(listed)
  })

  it('is searched if its row says so', () => {
    const searched = searchedFields.some(one => one === name)
    const { title, kicker, rest } = textRecordOf(article, undefined)
    expect([title, kicker, ...rest].includes(word)).toBe(searched)
  })
})
