// Every page is exported.
import { allPages } from './library.mjs'

export default {
  export: () => [...allPages().keys()].map(path => ({ path: `/${path}` })),
}
