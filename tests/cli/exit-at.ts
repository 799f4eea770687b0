// Run by import.test.ts in a thread of its own: writes an issue of three files and is gone before file K, or before the renames.
import { workerData } from 'node:worker_threads'
import { writeIssueFolder } from '#lib/issues/issue-folder'

const { folder, at } = workerData as { readonly folder: string; readonly at: string }

/** A map that ends the thread while its files are being written; 9 is what a killed process is told by. */
class Deadly extends Map<string, string> {
  override *[Symbol.iterator](): MapIterator<[string, string]> {
    for (const [index, entry] of [...this.entries()].entries()) {
      if (index === Number(at)) process.exit(9)
      yield entry
    }
    if (at === 'end') process.exit(9)
  }
}

writeIssueFolder(
  folder,
  'x-1',
  new Deadly([
    ['source.txt', 'new'],
    ['issue.md', 'new'],
    ['01.md', 'new'],
  ]),
)
