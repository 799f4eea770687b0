// A process of the crew that compresses files.
import { compressHere } from './compress'
import { work } from './workers'

work(compressHere)
