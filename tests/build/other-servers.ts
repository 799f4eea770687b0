// nginx and Caddy themselves, started on a free port with an include file of the press.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, freePort } from './ask'

/** `root` is the folder that the site's sub-folder is counted from, `include` the text of the press's file. */
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

const brotliModule = [
  '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
  '/usr/share/nginx/modules/ngx_http_brotli_static_module.so',
].find(existsSync)

function startNginx({ folder, root, include, port }: Setting): ChildProcess {
  const conf = brotliModule ? include.replace('#brotli_static on;', 'brotli_static on;') : include
  writeFileSync(join(folder, 'include.conf'), conf)
  const main = join(folder, 'nginx.conf')
  writeFileSync(
    main,
    `${brotliModule ? `load_module ${brotliModule};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
events { worker_connections 64; }
http { include /etc/nginx/mime.types; access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join(' ')}
server { listen 127.0.0.1:${port}; root ${root}; include ${folder}/include.conf; } }`,
  )
  return spawn('nginx', ['-e', `${folder}/error.log`, '-c', main, '-p', folder], { stdio: 'ignore' })
}

function startCaddy({ folder, root, include, port }: Setting): ChildProcess {
  writeFileSync(join(folder, 'include'), include)
  const main = join(folder, 'Caddyfile')
  writeFileSync(
    main,
    `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\troot * ${root}\n\timport ${folder}/include\n}\n`,
  )
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  return spawn('caddy', ['run', '--config', main, '--adapter', 'caddyfile'], { stdio: 'ignore', env })
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

async function run(start: (setting: Setting) => ChildProcess, site: Site): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'server-'))
  const port = await freePort()
  const child = start({ ...site, folder, port })
  const ended = new Promise(done => child.once('exit', done))
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  await answers(port, child).catch(async error => {
    await close()
    throw error
  })
  return { port, close }
}

/** Both of them; one that is not installed says so once. */
export function otherServers(): readonly OtherServer[] {
  const isThere = (name: string, version: string) => {
    const installed = spawnSync(name, [version]).status === 0
    if (!installed) console.warn(`SKIPPED: ${name} is not installed (Debian: apt-get install ${name})`)
    return installed
  }
  if (!brotliModule) console.warn('SKIPPED: brotli in nginx (Debian: libnginx-mod-http-brotli-static)')
  return [
    {
      name: 'nginx',
      installed: isThere('nginx', '-v'),
      brotli: brotliModule !== undefined,
      start: site => run(startNginx, site),
    },
    {
      name: 'caddy',
      installed: isThere('caddy', 'version'),
      brotli: true,
      start: site => run(startCaddy, site),
    },
  ]
}
