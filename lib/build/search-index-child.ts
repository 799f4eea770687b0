// A process of the crew that works while Next exports.
import { work } from './files/workers'
import { writeJobs } from './search-index'

work(writeJobs)
