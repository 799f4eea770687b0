declare module 'opencc-js/dict/TSCharacters' {
  /** Rows between |: a traditional character, and the simplified ones that it can stand for. */
  const rows: string
  export default rows
}
