// Says how far a long step is and how long it still takes: a bar on a terminal, else a line every few seconds. All of it on
// the stream for messages, so that the output of a command stays what it is.
import { Presets, SingleBar } from 'cli-progress'
import type { Sink } from './command'

/** Nothing is said of what takes less. */
const quiet = 2000

export type ProgressBar = {
  /** So much is done; how long it still takes is reckoned from how long it took. */
  readonly tell: (done: number, all: number) => void
  readonly end: () => void
}

/** Gives what begins a step that has a name; nothing else may be printed on `sink` before its end. */
export const progressOn =
  (sink: Sink) =>
  (name: string): ProgressBar => {
    const started = Date.now()
    const show = sink.isTTY ? bar(name, sink) : lines(name, started, sink)
    return {
      tell: show.tell,
      end: () => {
        show.end()
        const took = Date.now() - started
        if (took >= quiet) sink.write(`${name}：${(took / 1000).toFixed(1)} 秒\n`)
      },
    }
  }

function bar(name: string, stream: Sink): ProgressBar {
  const format = `${name} {bar} {value}/{total}，还要约 {eta} 秒`
  const shown = new SingleBar(
    { stream, format, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  )
  let begun = false
  return {
    tell: (done, all) => {
      if (!begun) shown.start(all, done)
      begun = true
      shown.setTotal(all)
      shown.update(done)
    },
    end: () => shown.stop(),
  }
}

function lines(name: string, started: number, sink: Sink): ProgressBar {
  let last = started
  return {
    tell: (done, all) => {
      const now = Date.now()
      if (now - last < quiet || done === 0) return
      last = now
      const left = Math.ceil((((now - started) / Math.max(done, 1)) * (all - done)) / 1000)
      sink.write(`${name} ${done}/${all}，还要约 ${left} 秒\n`)
    },
    end: () => {},
  }
}
