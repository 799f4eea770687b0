// A process of the crew that works while Next exports.
import { work } from './crew'
import { writeJobs } from './meanwhile'

work(writeJobs)
