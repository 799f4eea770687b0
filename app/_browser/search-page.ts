// <search-page>: the search over all articles. The page brings the form; what is looked for lives in the address.
import type { Filter } from '#lib/search/look-up'
import { parseQuery, type Word } from '#lib/search/query'
import { type Count, openSearch, type Search } from '#lib/search/search'
import { mayBeTraditional, type Variants, variantsOf } from '#lib/search/variants'
import { filesBelow, loadManifest, SearchFault } from './search-files'
import { element, empty, fillResult, withText } from './search-result'

/** What a region is called on this site; put in by device/bundle.ts. */
declare const REGION_WORD: string

/** Results on one page; only their texts are read. */
const perPage = 10

/** Not all texts were read: a few of the counted may not match. */
const counted = ({ count, exact }: Count) => `${exact ? '' : '约 '}${count} 篇`

type Request = { readonly query: string; readonly filter: Filter; readonly page: number }

/** The table of traditional characters, which only those load who type one; without it they are looked for as they are. */
async function variantsFor(query: string): Promise<Variants | undefined> {
  if (!mayBeTraditional(query)) return undefined
  const table = await import('#lib/search/variants-table').catch(() => undefined)
  return table && variantsOf(table.traditionalPairs)
}

class SearchPageElement extends HTMLElement {
  private search: Promise<Search> | undefined
  /** Counts the searches: an older one that is still arriving shows nothing any more. */
  private turn = 0
  private readonly ownTitle = document.title

  connectedCallback() {
    this.form?.addEventListener('submit', event => {
      event.preventDefault()
      this.go(this.asked())
    })
    for (const select of this.querySelectorAll('select'))
      select.addEventListener('change', () => this.go(this.asked()))
    addEventListener('popstate', () => this.show())
    this.opened().catch(() => {}) // before the reader has typed, so that an answer is one round trip away
    // Without a question in the address the form may already hold what the reader has typed.
    if (location.search) this.show()
  }

  private get root(): string {
    return this.dataset.root ?? '/'
  }

  private get form() {
    return this.querySelector('form')
  }

  private field(name: string) {
    const field = this.form?.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : undefined
  }

  /** What the form says. */
  private asked(): Request {
    const value = (name: string) => this.field(name)?.value.trim() ?? ''
    return { query: value('q'), filter: { region: value('region'), topic: value('topic') }, page: 1 }
  }

  private go(request: Request) {
    history.pushState(null, '', this.addressOf(request))
    this.show()
  }

  private addressOf({ query, filter, page }: Request): string {
    const given = { q: query, region: filter.region, topic: filter.topic, page: page > 1 ? String(page) : '' }
    const set = Object.entries(given).filter(([, value]) => value)
    return `${this.root}search/${set.length > 0 ? `?${new URLSearchParams(set)}` : ''}`
  }

  /** Searches for what the address says. */
  private show() {
    const given = new URLSearchParams(location.search)
    const value = (name: string) => given.get(name) ?? ''
    for (const name of ['q', 'region', 'topic']) {
      const field = this.field(name)
      if (field) field.value = value(name)
    }
    // A slug that the form does not offer is none.
    const filter = { region: this.field('region')?.value ?? '', topic: this.field('topic')?.value ?? '' }
    const page = Math.max(1, Math.floor(Number(value('page'))) || 1)
    empty(this.results)
    empty(this.more)
    this.classList.toggle('asked', value('q').trim() !== '')
    this.run({ query: value('q'), filter, page }).catch(error => this.fail(error))
  }

  private async run(request: Request) {
    const turn = ++this.turn
    document.title = this.ownTitle
    const words = parseQuery(request.query, await variantsFor(request.query))
    if (turn !== this.turn) return
    if (words.length === 0) return this.say('')
    this.say('正在找……')
    const search = await this.opened()
    const results = await search.find(words, request.filter)
    const from = (request.page - 1) * perPage
    const articles = await results.articles(from, from + perPage)
    if (turn !== this.turn) return
    const found = results.count()
    document.title = `${request.query.trim()}${this.chosen(request, ' · ')}：${counted(found)} - ${this.ownTitle}`
    if (found.count === 0) return this.offer(search, words, request, turn)
    this.say(`${this.named(request)}，${found.exact ? '共 ' : ''}${counted(found)}`)
    this.showPages(request, found.count)
    await Promise.all(articles.map(article => this.addResult(search, article, words)))
  }

  private opened(): Promise<Search> {
    const opening =
      this.search ?? loadManifest(this.root).then(found => openSearch(found, filesBelow(this.root)))
    this.search = opening
    opening.catch(() => {
      this.search = undefined // the next search tries again
    })
    return opening
  }

  private async addResult(search: Search, article: number, words: readonly Word[]) {
    const item = element('li', 'card min-h-70')
    this.results.append(item) // in its place; filled when its text is there
    fillResult(item, await search.record(article), words, this.root)
  }

  /** “职工”，山西，民主管理 */
  private named(request: Request): string {
    return `“${request.query.trim()}”${this.chosen(request, '，')}`
  }

  private chosen({ filter }: Request, between: string): string {
    const names = [filter.region && this.nameOf('region'), filter.topic && this.nameOf('topic')]
    return names.map(name => name && between + name).join('')
  }

  private nameOf(name: string): string {
    const field = this.field(name)
    return field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text ?? '') : ''
  }

  private showPages(request: Request, count: number) {
    const last = Math.ceil(count / perPage)
    if (last < 2) return
    const link = (page: number, text: string, rel: string) => {
      const made = withText('a', 'inline-flex items-center min-h-target text-red-ink font-600', text)
      made.setAttribute('href', this.addressOf({ ...request, page }))
      made.setAttribute('rel', rel)
      made.addEventListener('click', event => this.turnTo(event, { ...request, page }))
      return made
    }
    if (request.page > 1) this.more.append(link(request.page - 1, '← 上一页', 'prev'))
    this.more.append(withText('span', 'count', `第 ${request.page} / ${last} 页`))
    if (request.page < last) this.more.append(link(request.page + 1, '下一页 →', 'next'))
  }

  private turnTo(event: MouseEvent, request: Request) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.go(request)
    this.status.scrollIntoView({ block: 'start' })
  }

  /** Nothing was found: says so at once, then what is near. */
  private async offer(search: Search, words: readonly Word[], request: Request, turn: number) {
    this.say(`没有找到${this.named(request)}`)
    // Loaded on use, for few searches need it; without it there are still the pages.
    const near = await import('#lib/search/near').catch(() => undefined)
    const offers = (await near?.nearTo(search, words, request.filter, parseQuery)) ?? []
    if (turn !== this.turn) return
    const links = offers.map(({ words: other, filter, ...found }) => {
      const query = other.map(({ text }) => (/\s/.test(text) ? `“${text}”` : text)).join(' ')
      const where =
        filter.region === request.filter.region && filter.topic === request.filter.topic
          ? ''
          : `，不限${REGION_WORD}和主题`
      return this.offerLink(
        this.addressOf({ query, filter, page: 1 }),
        `搜“${query}”${where}：${counted(found)}`,
      )
    })
    const pages = [
      this.pageOf('region', 'regions', request.query),
      this.pageOf('topic', 'topics', request.query),
    ]
    const home = this.offerLink(this.root, `回首页，按${REGION_WORD}和主题找`)
    this.more.append(...links, ...pages.flat(), home)
  }

  /** The page of the region or topic that was chosen, or that the query names. */
  private pageOf(name: string, folder: string, query: string): HTMLElement[] {
    const field = this.field(name)
    if (!(field instanceof HTMLSelectElement)) return []
    const options = [...field.options].filter(({ value }) => value)
    const found = options.find(option => option.selected || query.includes(option.text))
    return found ? [this.offerLink(`${this.root}${folder}/${found.value}/`, `看${found.text}的全部文章`)] : []
  }

  private offerLink(address: string, text: string): HTMLElement {
    const link = withText('a', 'issue-link basis-full', text)
    link.setAttribute('href', address)
    return link
  }

  private fail(error: unknown) {
    this.search = undefined // the next search begins anew
    this.say(error instanceof SearchFault ? error.message : '搜索出了错，请刷新本页再试。')
  }

  private say(text: string) {
    this.status.textContent = text
  }

  private get status() {
    return this.inside('[role=status]')
  }

  private get results() {
    return this.inside('.results')
  }

  private get more() {
    return this.inside('.offers')
  }

  private inside(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector) ?? this
  }
}

export { SearchPageElement as Element }
