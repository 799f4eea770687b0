// Next with our articles: its defaults, exported.
export default { output: 'export', trailingSlash: true }
