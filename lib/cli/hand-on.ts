// Hands on what the owner of the site has set, where Next is started without a command of ours: to be loaded first. Throws one message
// that lists all problems.
import { contentDirOf } from '../format/own-files'
import { handOn } from '../format/site-folder'
import { formatProblems } from '../model/problem'

const problems = handOn(contentDirOf(process.env), process.env)
if (problems.length > 0) throw new Error(`${problems.length} 处问题：\n${formatProblems(problems)}`)
