// What the desk's server and its page say to each other. START HERE to read lib/desk: plain data, as JSON.
import type { DoubtKind } from '../format/doubt'
import type { Operation, Role } from '../format/operation'
import type { Article } from '../model/article'
import type { Problem } from '../model/problem'

/** A stretch of a printed text that one line of the source gives. */
export type Segment = {
  readonly line: number
  readonly text: string
  /** Its opening words, enough of them to be found again: what operations quote. */
  readonly quote: string
}

export type PartView = { readonly role: Role; readonly segments: readonly Segment[] }

/** A fact that the page prints nowhere as a text of its own, as a form asks for it. */
export type FactView = {
  readonly name: string
  readonly label: string
  readonly hint: string
  /** Lists are joined with 、. */
  readonly value: string
  /** All that it may be; empty where it is written freely. */
  readonly choices: readonly { readonly value: string; readonly says: string }[]
  /** What it often is. */
  readonly suggested: readonly string[]
}

/** A picture of an item; what is not said is ''. */
export type PictureView = {
  readonly file: string
  readonly mark: string
  readonly caption: string
  readonly credit: string
  /** Joined with 、. */
  readonly names: string
  readonly alt: string
}

export type ItemView = {
  /** As its file is named: 03. */
  readonly name: string
  readonly title: string
  readonly parts: readonly PartView[]
  readonly facts: readonly FactView[]
  /** Why it was withdrawn; '' when it was not. */
  readonly reason: string
  readonly corrections: Article['corrections']
  readonly pictures: readonly PictureView[]
  /** The text of an article that was written for the site, with no line of the source; undefined for an item of the page. */
  readonly written?: WrittenText
  /** Characters with ink. */
  readonly characters: number
}

/** A line of source.txt that has ink; `item` is the name of its item, '' when it was left out for `reason`. */
export type LineView = {
  readonly number: number
  readonly text: string
  readonly item: string
  readonly reason: string
  /** Where it stands, when it was read from a PDF. */
  readonly place?: LinePlace
}

/** A place on a page: in points from its top left corner. */
export type LinePlace = {
  readonly page: number
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number]
}

/** A page of a PDF, in points; pages are numbered through all files of an issue. */
export type SheetView = { readonly page: number; readonly width: number; readonly height: number }

/** Another way to read what is doubted: a few words, and what has to be decided for it. */
export type Reading = { readonly says: string; readonly operations: readonly Operation[] }

export type DoubtView = {
  /** Name of its item, '00' for the page as a whole. */
  readonly item: string
  /** Lines of the source, the place to look first first. */
  readonly lines: readonly number[]
  /** `alt`: a picture that nobody has described; not a doubt of the importer. */
  readonly kind: DoubtKind | 'alt'
  readonly risk: number
  readonly message: string
  /** A note rather than a doubt: a good join, a region that the text names. */
  readonly routine: boolean
  readonly readings: readonly Reading[]
  /** The picture that it is about. */
  readonly picture?: string
}

export type IssueView = {
  readonly id: string
  /** Checksum of the folder; what is decided is decided about this version. */
  readonly version: string
  /** What people call it: its paper, its title or its day. */
  readonly title: string
  readonly publication: string
  readonly date: string
  readonly facts: readonly FactView[]
  readonly reason: string
  readonly lines: readonly LineView[]
  /** The pages that there are pictures of. */
  readonly sheets: readonly SheetView[]
  readonly items: readonly ItemView[]
  /** The riskiest first. */
  readonly doubts: readonly DoubtView[]
  /** Characters of the source, and those of them that stand in no item. */
  readonly characters: number
  readonly leftOut: number
  /** What is wrong with it; decisions wait until nothing is. */
  readonly problems: readonly Problem[]
  /** What undo would take back and redo would do again, in words; '' when there is nothing. */
  readonly undo: string
  readonly redo: string
}

/** An item of the list; `written`: by hand, with no line of the source. */
type RowItem = {
  readonly name: string
  readonly title: string
  readonly topic: string
  readonly status: string
  readonly date: string
  readonly written: boolean
}

export type IssueRow = {
  readonly id: string
  readonly version: string
  readonly publication: string
  readonly title: string
  readonly date: string
  readonly items: readonly RowItem[]
  readonly doubts: number
  readonly edits: number
  readonly problems: number
  /** How many of its articles are other than on the site that is published on this machine; undefined when none is. */
  readonly unpublished: number | undefined
}

export type IssueList = {
  readonly rows: readonly IssueRow[]
  readonly problems: readonly Problem[]
  /** Whether there is an example to play with. */
  readonly example?: boolean
  /** What can be set for many items at once. */
  readonly facts: readonly FactView[]
}

/** A doubt with what has to be seen of its issue to settle it. */
export type QueuedDoubt = DoubtView & {
  readonly issue: string
  /** What people call the issue, and the title of the item. */
  readonly paper: string
  readonly date: string
  readonly title: string
  /** Its place among the doubts of the issue. */
  readonly at: number
  /** The first of the lines that it is about. */
  readonly excerpt: readonly { readonly number: number; readonly text: string }[]
}

/** The doubts of one issue that need eyes, and the version that they are about. */
export type IssueQueue = {
  readonly issue: string
  readonly version: string
  readonly date: string
  /** What undo would take back; '' when there is nothing. */
  readonly undo: string
  readonly doubts: readonly QueuedDoubt[]
}

/** Doubts of all issues; of so many issues they have still to be asked for. */
export type DoubtQueue = { readonly queues: readonly IssueQueue[]; readonly left: number }

/** What an editor asks for. */
export type Act =
  | { readonly do: 'edit'; readonly version: string; readonly operations: readonly Operation[] }
  | { readonly do: 'undo' | 'redo'; readonly version: string }

/** A picture that an editor adds to an item. */
export type GivenPicture = {
  readonly version: string
  readonly item: string
  /** What its file is called where it comes from; for messages only. */
  readonly name: string
  readonly base64: string
}

/** An article as an editor writes it: lists joined with 、, the body a paragraph a line, `## ` before a sub-heading. */
export type WrittenText = {
  readonly title: string
  readonly kicker: string
  readonly subtitle: string
  readonly column: string
  readonly byline: string
  readonly topic: string
  readonly date: string
  readonly status: string
  readonly authors: string
  readonly provinces: string
  readonly cities: string
  readonly body: string
}

/** An article that is written, or changed under its name, or taken away. `facts`: those of the issue, when it is a new one, of version ''. */
export type Writing =
  | {
      readonly version: string
      readonly item?: string
      readonly text: WrittenText
      readonly facts?: { readonly publication: string; readonly date: string }
    }
  | { readonly version: string; readonly erase: string }

/** What became of it; no view where there is no such issue. */
export type WritingAnswer = Omit<Answer, 'view'> & { readonly view?: IssueView }

/** A text that somebody pasted or dropped, read as a page is: what was made of it, and every line of it with what became of that. */
export type Cleaned = {
  readonly text: Pick<WrittenText, 'title' | 'kicker' | 'subtitle' | 'column' | 'byline' | 'body'>
  /** `out`: why it is left out; '' where it is kept. */
  readonly lines: readonly { readonly text: string; readonly out: string }[]
  readonly fault: string
}

/** What became of it: the issue as it is now, and in `problems` why nothing was done. */
export type Answer = {
  readonly view: IssueView
  readonly problems: readonly Problem[]
  /** The rule of the operation that could not be done. */
  readonly cause?: string
  /** Chinese: what was done; '' when nothing was. */
  readonly done: string
  readonly changes: readonly string[]
}

/** Files of a page that an editor has dropped or pasted: tried first, written when she has seen what becomes of them. */
export type Incoming = {
  readonly issue: string
  readonly files: readonly { readonly name: string; readonly base64: string }[]
  /** Whether the page is written; else only what would be written is told. */
  readonly write: boolean
  /** Rules that do not count, as the command's --allow. */
  readonly allow: readonly string[]
}

export type Arrived = {
  readonly state: 'written' | 'unchanged' | 'refused' | 'tried'
  readonly issue: string
  /** Chinese: what the files are. */
  readonly encoding: string
  readonly items: readonly { readonly name: string; readonly title: string; readonly facts: string }[]
  readonly doubts: readonly string[]
  /** Chinese: pictures that are not taken in, and why. */
  readonly apart: readonly string[]
  /** Names of the files that are new, other, or gone. */
  readonly changes: readonly string[]
  readonly problems: readonly Problem[]
  /** Of the problems those that an editor may allow; none when there are others too. */
  readonly allowable: readonly string[]
  /** Where the issue lies as it was before; '' when nothing was replaced. */
  readonly aside: string
}

/** A request that is not answered otherwise. */
export type Refusal = { readonly refused: string }

/** How far a step is; `all` is 0 where nothing is counted. */
export type Progress = { readonly step: string; readonly done: number; readonly all: number }

/** How the site is published: into a folder, to an object store, or as a commit of the issue's files. */
export const ways = ['folder', 'upload', 'git'] as const
export type Way = (typeof ways)[number]

/** The site as it would be published, and what is under way with it. */
export type SiteState = Progress & {
  readonly under: 'build' | 'publish' | ''
  /** Names the site that was built last; '' for none. */
  readonly build: string
  /** Whether it is of the content as it is now. */
  readonly fresh: boolean
  /** What is wrong with the content: the site could not be built. */
  readonly problems: readonly Problem[]
  /** `fault`: why it is not possible now; '' where it is. */
  readonly ways: readonly { readonly way: Way; readonly says: string; readonly fault: string }[]
  /** How the last thing that was asked for ended. */
  readonly said?: { readonly good: boolean; readonly text: string }
}

/** What the desk's page is told of it: also the port that its preview is served from, and the sub-folder that it is in ('' or '/folder'). */
export type SiteAnswer = SiteState & { readonly port: number; readonly basePath: string }

/** What an editor asks for; `build` is the one that she has seen. */
export type SiteWish =
  | { readonly do: 'build' }
  | { readonly do: 'publish'; readonly way: Way; readonly build: string; readonly issue: string }

/** A page that will be other than the one that is published. */
export type PageChange = {
  /** Below the site's root, as in an address: articles/gh202411-01/ */
  readonly path: string
  readonly state: 'new' | 'changed' | 'gone'
  readonly title: string
  /** What of its text is other, the first few places: as it is published, as it will be. */
  readonly places: readonly { readonly was: string; readonly is: string }[]
}

export type SiteChanges = {
  readonly build: string
  readonly pages: readonly PageChange[]
  /** Other files that change: pictures, feeds, the search index. */
  readonly files: number
  /** Pages that stay as they are, to the byte. */
  readonly same: number
}

/** One thing that is looked at before an issue is published: all right, worth a look, or in the way. */
export type Check = {
  readonly state: 'good' | 'look' | 'stop'
  readonly name: string
  readonly says: string
  /** Where it is mended: a doubt by its place, the facts of an item, those of the issue. */
  readonly go?:
    | { readonly to: 'doubt'; readonly doubt: number }
    | { readonly to: 'facts'; readonly item: string }
    | { readonly to: 'issue' }
}
