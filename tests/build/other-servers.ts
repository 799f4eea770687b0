// nginx and Caddy themselves, started on a free port with an include file of the build.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpackedFromDebian } from '../site/debian-tool'
import { ask, freePort } from './ask'

/** `root` is the folder that the site's sub-folder is counted from, `include` the text of the file that the build writes. */
type Site = { readonly root: string; readonly include: string }
type Setting = Site & { readonly folder: string; readonly port: number }

export type Running = { readonly port: number; readonly close: () => Promise<void> }

export type OtherServer = {
  readonly name: 'nginx' | 'caddy'
  readonly installed: boolean
  /** Whether it sends .br copies; Debian's nginx needs a module for that. */
  readonly brotli: boolean
  /** Starts it and waits until it answers; throws when it does not. */
  readonly start: (site: Site) => Promise<Running>
}

/** A program that is there, with the root of the file system that it came in. */
type Found = { readonly program: string; readonly root: string }

/** The program of that name: where this machine has it, else unpacked from Debian; undefined where neither can be had. */
function find(name: string, packages: readonly string[]): Found | undefined {
  const roots = function* () {
    yield '/'
    yield unpackedFromDebian(packages)
  }
  for (const root of roots()) {
    const places = ['usr/sbin', 'usr/bin'].map(folder => join(root ?? '', folder, name))
    const program = root && places.find(existsSync)
    if (program) return { program, root }
  }
  console.warn(`SKIPPED: no ${name} on this machine, and none from Debian`)
  return undefined
}

const brotliModule = (root: string) =>
  ['usr/lib/nginx/modules', 'usr/share/nginx/modules']
    .map(folder => join(root, folder, 'ngx_http_brotli_static_module.so'))
    .find(existsSync)

function startNginx({ program, root: from }: Found, { folder, root, include, port }: Setting): ChildProcess {
  const brotli = brotliModule(from)
  const conf = brotli ? include.replace('#brotli_static on;', 'brotli_static on;') : include
  writeFileSync(join(folder, 'include.conf'), conf)
  const main = join(folder, 'nginx.conf')
  writeFileSync(
    main,
    `${brotli ? `load_module ${brotli};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
events { worker_connections 64; }
http { include ${join(from, 'etc/nginx/mime.types')}; access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join(' ')}
server { listen 127.0.0.1:${port}; root ${root}; include ${folder}/include.conf; } }`,
  )
  return spawn(program, ['-e', `${folder}/error.log`, '-c', main, '-p', folder], { stdio: 'ignore' })
}

function startCaddy({ program }: Found, { folder, root, include, port }: Setting): ChildProcess {
  writeFileSync(join(folder, 'include'), include)
  const main = join(folder, 'Caddyfile')
  writeFileSync(
    main,
    `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\troot * ${root}\n\timport ${folder}/include\n}\n`,
  )
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  return spawn(program, ['run', '--config', main, '--adapter', 'caddyfile'], { stdio: 'ignore', env })
}

/** Resolves when somebody answers on the port; throws when the program that should has ended. */
async function answers(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const up = await ask(port, '/').then(
      () => true,
      () => false,
    )
    if (up) return
    await new Promise(done => setTimeout(done, 50))
  }
  throw new Error('the server did not start')
}

async function run(start: (setting: Setting) => ChildProcess, site: Site, tries = 3): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'server-'))
  const port = await freePort()
  const child = start({ ...site, folder, port })
  const ended = new Promise(done => child.once('exit', done))
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answers(port, child)
    return { port, close }
  } catch (error) {
    await close()
    // Between its choice and its use a port may have gone to somebody else.
    if (tries === 1) throw error
    return run(start, site, tries - 1)
  }
}

const packages = {
  nginx: ['nginx', 'nginx-common', 'libnginx-mod-http-brotli-static'],
  caddy: ['caddy'],
} as const

/** Both of them; one that cannot be had says so once. */
export function otherServers(): readonly OtherServer[] {
  const found = { nginx: find('nginx', packages.nginx), caddy: find('caddy', packages.caddy) }
  const starter =
    (name: keyof typeof found, start: (from: Found, setting: Setting) => ChildProcess) => (site: Site) => {
      const from = found[name]
      if (!from) throw new Error(`no ${name}`)
      return run(setting => start(from, setting), site)
    }
  return [
    {
      name: 'nginx',
      installed: found.nginx !== undefined,
      brotli: found.nginx !== undefined && brotliModule(found.nginx.root) !== undefined,
      start: starter('nginx', startNginx),
    },
    {
      name: 'caddy',
      installed: found.caddy !== undefined,
      brotli: true,
      start: starter('caddy', startCaddy),
    },
  ]
}
