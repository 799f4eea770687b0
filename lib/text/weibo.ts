// Weibo's own page for sharing a link.

/** The address of that page for a link and what is said of it; '' leaves that to the reader. */
export const weiboAddress = (url: string, title = ''): string =>
  `https://service.weibo.com/share/share.php?${new URLSearchParams({ url, ...(title && { title }) })}`
