// What the pages take from content, put in order once.
export { articleOf, articlesOfIssue, issueOf, library } from '#lib/library'
