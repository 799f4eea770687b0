// The browser for the browser tests: finds an installed Chromium or Chrome, else gets one, and says what it does.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { installPackages, isOnPath } from '../apt-get'

/** First the one without windows: the same engine, and half the work. */
const names = [
  ...['chromium-headless-shell', 'chrome-headless-shell'],
  ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'],
]
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium or Chrome: CHROMIUM_PATH, else one on the PATH, else Playwright's own; undefined when there is none. */
export function findChromium(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => names.flatMap(name => [join(folder, name), join(folder, `${name}.exe`)]))
  const candidates = [process.env.CHROMIUM_PATH ?? '', ...onPath, ...fixedPlaces, chromium.executablePath()]
  return candidates.find(path => path !== '' && existsSync(path))
}

/** Only against what never happens: how fast a browser is on a busy machine is nothing to fail for. Milliseconds. */
const patience = 300_000

/**
 * What Chromium leaves out. Switches do not add up, so this list has to name what Playwright's own would (its chromiumSwitches.ts).
 * The last line is ours: each window would start a process for suggestions below an address bar that nobody sees, which takes
 * twice as long as the page in it.
 */
const leftOut = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup'],
].join(',')

/** How near a lazy picture comes before it is loaded, in pixels: what Chromium has from a quick network, and the shell does not. */
const nearness = ['4G', 'Unknown'].map(network => `lazyLoadingImageMarginPx${network}=1250`).join(',')

/** Starts a headless browser that talks to this machine only; throws when none is installed. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium or Chrome: run `npm test`, which gets one')
  const quiet = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--disable-features=${leftOut}`,
    `--blink-settings=${nearness}`,
  ]
  // A root user, as in a container, cannot use Chromium's sandbox.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({
    executablePath,
    args: [...quiet, ...sandbox, ...args],
    timeout: patience,
  })
  browser.on('context', context => {
    context.setDefaultTimeout(patience)
    context.setDefaultNavigationTimeout(patience)
  })
  return browser
}

type Way = { readonly tool: string; readonly says: string; readonly run: () => boolean }

const playwrightCli = new URL('../../node_modules/playwright-core/cli.js', import.meta.url).pathname

/** Runs a command as root where we are root, else through sudo without asking for a password. */
function asRoot(...command: readonly string[]): boolean {
  const [program = '', ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command]
  return spawnSync(program, args, { stdio: 'inherit' }).status === 0
}

/** Playwright's own download; where the network is closed it fails quickly and the next way is tried. */
function downloadByPlaywright(): boolean {
  const args = [playwrightCli, 'install', 'chromium']
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '30000' }
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status === 0
}

const ways: readonly Way[] = [
  { tool: 'node', says: 'Playwright’s own download', run: downloadByPlaywright },
  {
    tool: 'apt-get',
    says: 'apt-get install chromium-headless-shell',
    run: () => installPackages('chromium-headless-shell'),
  },
  {
    tool: 'apt-get',
    says: 'apt-get install chromium',
    run: () => installPackages('chromium'),
  },
  {
    tool: 'dnf',
    says: 'dnf install chromium google-noto-sans-cjk-fonts',
    run: () => asRoot('dnf', 'install', '-y', 'chromium', 'google-noto-sans-cjk-fonts'),
  },
  {
    tool: 'apk',
    says: 'apk add chromium font-noto-cjk',
    run: () => asRoot('apk', 'add', 'chromium', 'font-noto-cjk'),
  },
  {
    tool: 'pacman',
    says: 'pacman -S chromium noto-fonts-cjk',
    run: () => asRoot('pacman', '-S', '--noconfirm', 'chromium', 'noto-fonts-cjk'),
  },
]

/** Whether the browser at that path starts at all; one downloaded without its system libraries does not. */
function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0
}

/** Finds a browser that starts, or gets one by the first way that works; `say` is told each step. Throws when all fail. */
export function ensureChromium(say: (line: string) => void): string {
  const installed = findChromium()
  const path = installed && starts(installed) ? installed : getChromium(say)
  say(`browser: using ${path}`)
  ensureChineseFont(say)
  return path
}

function getChromium(say: (line: string) => void): string {
  for (const way of ways) {
    if (way.tool !== 'node' && !isOnPath(way.tool)) continue
    say(`browser: none found, trying ${way.says}`)
    const path = way.run() ? findChromium() : undefined
    if (path && starts(path)) return path
  }
  throw new Error(
    'No Chromium or Chrome found, and none could be installed. Install one, or set CHROMIUM_PATH to it.',
  )
}

/** The typography tests measure Chinese text: without a Chinese font they would measure boxes. */
function ensureChineseFont(say: (line: string) => void): void {
  if (process.platform !== 'linux') return
  const list = () => execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  if (isOnPath('fc-list') && list().trim() !== '') return
  say('browser: no Chinese font found, trying apt-get install fonts-noto-cjk')
  if (!installPackages('fonts-noto-cjk'))
    say('browser: no Chinese font could be installed; measured layouts may differ')
}
