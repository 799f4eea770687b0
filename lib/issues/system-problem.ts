// What the operating system refuses, as a problem in Chinese: full disks, missing rights, files in the way.
import type { Problem } from '../model/problem'

const says: Readonly<Record<string, readonly [rule: string, message: string]>> = {
  ENOSPC: ['output-full', '写不下：磁盘已满'],
  EDQUOT: ['output-full', '写不下：超出配额'],
  EFBIG: ['output-full', '写不下：超出文件大小的限制'],
  EACCES: ['output-unwritable', '不能写入：没有权限'],
  EPERM: ['output-unwritable', '不能写入：没有权限'],
  EROFS: ['output-unwritable', '不能写入：是只读的文件系统'],
  ENOENT: ['output-unwritable', '不能写入：上一级文件夹不存在'],
  ENOTDIR: ['output-not-folder', '不能写入：路径中有一段不是文件夹'],
  EEXIST: ['output-not-folder', '不能写入：那里已有同名的文件'],
}

/** The problem of a page that was being imported to `out` when the error came. */
export function systemProblem(error: unknown, file: string, out: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [rule, message] = says[code] ?? [
    'program-error',
    `程序出错，请报告：${error instanceof Error ? error.message : error}`,
  ]
  return rule === 'program-error' ? { file, line: 1, rule, message } : { file: out, line: 1, rule, message }
}
