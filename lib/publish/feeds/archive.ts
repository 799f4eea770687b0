// The mark of an archive document (RFC 5005, section 4), which feedsmith does not know.

/** A feed in XML that says it is an archive: the element goes first into the feed, in whose text no `<` stands. */
export const markArchive = (feed: string) =>
  feed.replace(
    /<(?:channel|feed\b[^>]*)>/u,
    '$&\n  <fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>',
  )
