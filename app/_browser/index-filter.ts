// <index-filter>: choosing a region or topic on the index narrows the list in place. The choice lives in the address, Back brings
// the last one again. What is shown is taken from the page of that choice, so lists and counts are the same as there.

type Choice = { readonly region: string; readonly topic: string }
type Kind = keyof Choice

const folders: Readonly<Record<Kind, string>> = { region: 'regions/', topic: 'topics/' }

export class IndexFilter extends HTMLElement {
  /** Counts the choices: an answer to an older one is not shown. */
  private turn = 0
  private readonly ownTitle = document.title

  connectedCallback() {
    this.addEventListener('click', event => this.choose(event))
    addEventListener('popstate', () => this.show())
    this.show()
  }

  private get root(): string {
    return this.dataset.root ?? '/'
  }

  private get chosen(): HTMLElement | null {
    return this.querySelector('.chosen')
  }

  private choose(event: MouseEvent) {
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.finder a[href]') : null
    const kind = link && this.kindOf(link)
    if (!plain || !link || !kind) return
    event.preventDefault()
    const now = choiceOf(location.search)
    const slug = this.slugOf(link)
    this.go({ ...now, [kind]: now[kind] === slug ? '' : slug })
  }

  private kindOf(link: HTMLAnchorElement): Kind | undefined {
    const kinds: readonly Kind[] = ['region', 'topic']
    return kinds.find(kind => link.pathname.startsWith(this.root + folders[kind]))
  }

  private readonly slugOf = (link: HTMLAnchorElement) => link.pathname.split('/').at(-2) ?? ''

  private go(choice: Choice) {
    const set = Object.entries(choice).filter(([, slug]) => slug)
    history.pushState(null, '', this.root + (set.length > 0 ? `?${new URLSearchParams(set)}` : ''))
    this.show()
  }

  /** Shows what the address chooses; the whole list when it chooses nothing. */
  private async show() {
    const choice = choiceOf(location.search)
    const turn = ++this.turn
    this.mark(choice)
    this.classList.toggle('narrowed', choice.region + choice.topic !== '')
    if (!this.classList.contains('narrowed')) {
      document.title = this.ownTitle
      this.chosen?.querySelector('.list')?.remove()
      return this.say('')
    }
    this.say('正在找……')
    const address = this.addressOf(choice)
    const page = await load(address).catch(() => null)
    if (turn !== this.turn) return
    if (page === null) location.assign(address)
    else this.put(page, choice, address)
  }

  private addressOf({ region, topic }: Choice): string {
    const slugs = region ? [region, topic] : [topic]
    return `${this.root}${folders[region ? 'region' : 'topic']}${slugs.filter(Boolean).join('/')}/`
  }

  private put(page: Document | undefined, choice: Choice, address: string) {
    const count = /共 (\d+) 篇/.exec(page?.querySelector('.page-says')?.textContent ?? '')?.[1] ?? '0'
    const names = [this.nameOf('region', choice.region), this.nameOf('topic', choice.topic)].filter(Boolean)
    const list = document.createElement('div')
    list.className = 'list'
    const parts = page ? page.querySelectorAll('.list > *, .list ~ .turn') : []
    list.append(this.tools(choice, page ? address : ''))
    list.append(...[...parts].map(part => document.importNode(part, true)))
    if (!page) list.append(...this.neighbours(choice))
    this.chosen?.querySelector('.list')?.remove()
    this.chosen?.append(list)
    document.title = page?.title ?? this.ownTitle
    this.say(`${names.join('，')}，共 ${count} 篇`)
    const top = this.chosen?.getBoundingClientRect().top ?? 0
    if (top > innerHeight * 0.8 || top < 0) this.chosen?.scrollIntoView({ block: 'start' })
  }

  /** Buttons that take a choice back, and the address to pass on. */
  private tools(choice: Choice, address: string): HTMLElement {
    const tools = document.createElement('p')
    tools.className = 'chips'
    const kinds: readonly Kind[] = ['region', 'topic']
    for (const kind of kinds.filter(kind => choice[kind])) {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = `${this.nameOf(kind, choice[kind])} ✕`
      button.setAttribute('aria-label', `不限${this.nameOf(kind, choice[kind])}`)
      button.addEventListener('click', () => this.go({ ...choice, [kind]: '' }))
      tools.append(button)
    }
    if (address) tools.append(linkTo(address, '单独的一页'))
    return tools
  }

  /** Nothing was found: the same region, the same topic, and the regions of the same zone. */
  private neighbours({ region, topic }: Choice): readonly HTMLElement[] {
    const tile = this.links('region').find(link => link.dataset.zone && this.slugOf(link) === region)
    const zone = this.links('region').filter(
      link => link.dataset.zone && link.dataset.zone === tile?.dataset.zone,
    )
    const near = [
      ...(region
        ? [linkTo(this.addressOf({ region, topic: '' }), `${this.nameOf('region', region)}的全部文章`)]
        : []),
      ...(topic
        ? [linkTo(this.addressOf({ region: '', topic }), `各地的${this.nameOf('topic', topic)}`)]
        : []),
      ...zone
        .filter(link => link !== tile)
        .map(link =>
          linkTo(link.href, `同在${link.dataset.zone}：${this.nameOf('region', this.slugOf(link))}`),
        ),
    ]
    for (const link of near) link.className = 'issue-link'
    return near
  }

  private links(kind: Kind): readonly HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('.finder a[href]')].filter(
      link => this.kindOf(link) === kind,
    )
  }

  private nameOf(kind: Kind, slug: string): string {
    const link = this.links(kind).find(
      candidate => this.slugOf(candidate) === slug && !candidate.dataset.zone,
    )
    return link?.firstChild?.textContent?.trim() ?? slug
  }

  private mark(choice: Choice) {
    for (const kind of ['region', 'topic'] as const) {
      for (const link of this.links(kind)) {
        if (this.slugOf(link) === choice[kind]) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    }
  }

  private say(text: string) {
    const status = this.chosen?.querySelector('[role=status]')
    if (status) status.textContent = text
  }
}

/** Only slugs: whatever else an address says is no choice. */
function choiceOf(search: string): Choice {
  const given = new URLSearchParams(search)
  const slug = (name: string) => /^[a-z-]+$/.exec(given.get(name) ?? '')?.[0] ?? ''
  return { region: slug('region'), topic: slug('topic') }
}

function linkTo(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = address
  link.textContent = text
  return link
}

/** A page as a document that runs nothing; undefined where there is none. Rejects when the network fails. */
function load(address: string): Promise<Document | undefined> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest() // fetch has no way to a document that Trusted Types allow
    request.open('GET', address)
    request.responseType = 'document'
    request.addEventListener('load', () =>
      resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined),
    )
    request.addEventListener('error', () => reject(new Error(address)))
    request.send()
  })
}
