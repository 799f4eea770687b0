// A process of the crew that makes the search index.
import { work } from './crew'
import { writePieces } from './search-index'

work(writePieces)
