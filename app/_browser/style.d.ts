// A style sheet beside a module of this folder: what it exports adds its rules to the page (lib/device/bundle.ts).
declare module '*.css' {
  const addStyle: () => void
  export default addStyle
}
