// The files of the search index, over the network. Texts are gzipped in themselves: not every host compresses.
import { type Manifest, manifestPath, parseManifest } from '#lib/search/manifest'
import type { FileReader } from '#lib/search/search'

/** Something the reader can do something about: the message says what. */
export class SearchFault extends Error {}

/** Reads below `root`, the address of the site with a slash at its end. */
export function filesBelow(root: string): FileReader {
  return {
    bytes: async path => new Uint8Array(await (await get(root + path)).arrayBuffer()),
    text: async path => {
      const { body } = await get(root + path)
      if (!body) throw new SearchFault('没有收到搜索数据。')
      return new Response(body.pipeThrough(new DecompressionStream('gzip'))).text()
    },
  }
}

/** The manifest as it is now. */
export async function loadManifest(root: string): Promise<Manifest> {
  if (!('DecompressionStream' in globalThis)) throw new SearchFault('这个浏览器太旧，不能搜索。')
  const manifest = parseManifest(await (await get(root + manifestPath)).json())
  if (!manifest) throw new SearchFault('搜索数据有误。')
  return manifest
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address).catch(() => undefined)
  if (!response) throw new SearchFault('没有连上网络，搜索要联网。')
  if (!response.ok) throw new SearchFault('网站刚刚更新，请刷新本页再搜。')
  return response
}
