// Tells an open page, while developing, that a file of the content was saved: an event stream (text/event-stream).
import { watch } from 'node:fs'
import { freshFor } from '#lib/library/content'
import { settings } from '#lib/model/settings'

/** Milliseconds: a file that is saved is told of several times, and content is as fresh then as it can be. */
const settling = 3 * freshFor

export function GET(request: Request) {
  const stream = new ReadableStream<string>({
    start(controller) {
      let timer: NodeJS.Timeout | undefined
      const watcher = watch(settings.contentDir, { recursive: true }, () => {
        clearTimeout(timer)
        timer = setTimeout(() => controller.enqueue('data: saved\n\n'), settling)
      })
      controller.enqueue(': watching\n\n')
      request.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        watcher.close()
        controller.close()
      })
    },
  })
  const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(stream.pipeThrough(new TextEncoderStream()), { headers })
}
