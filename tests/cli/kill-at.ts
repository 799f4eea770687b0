// Run by import.test.ts in a process of its own: writes an issue of three files and kills itself before file K.
import { writeIssueFolder } from '#lib/cli/issue-folder'

const [, , out = '', at = ''] = process.argv

/** A map that ends the process while its files are being written. */
class Deadly extends Map<string, string> {
  override *[Symbol.iterator](): MapIterator<[string, string]> {
    for (const [index, entry] of [...this.entries()].entries()) {
      if (index === Number(at)) process.kill(process.pid, 'SIGKILL')
      yield entry
    }
    if (at === 'end') process.kill(process.pid, 'SIGKILL')
  }
}

writeIssueFolder(
  out,
  'x-1',
  new Deadly([
    ['source.txt', 'new'],
    ['issue.md', 'new'],
    ['01.md', 'new'],
  ]),
)
