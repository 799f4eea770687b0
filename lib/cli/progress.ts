// Says how far a long step is: a spinner on a terminal, else a line every few seconds.
import yoctoSpinner from 'yocto-spinner'

/** Nothing is said of what takes less. */
const quiet = 2000

export type Progress = {
  /** So much is done; how long it still takes is reckoned from how long it took. */
  readonly tell: (done: number, all: number) => void
  readonly end: () => void
}

/** Begins a step that has a name; lines of other programs may come between. */
export function progress(name: string): Progress {
  const started = Date.now()
  const spinner = process.stderr.isTTY ? yoctoSpinner({ text: name }).start() : undefined
  let last = started
  return {
    tell: (done, all) => {
      const now = Date.now()
      const left = Math.ceil((((now - started) / Math.max(done, 1)) * (all - done)) / 1000)
      const text = `${name} ${done}/${all}，还要约 ${left} 秒`
      if (spinner) spinner.text = text
      else if (now - last >= quiet) console.log(text)
      else return
      last = now
    },
    end: () => {
      const took = Date.now() - started
      spinner?.stop()
      if (took >= quiet) console.log(`${name}：${(took / 1000).toFixed(1)} 秒`)
    },
  }
}
