// A process of the crew that keeps content.
import { work } from '../files/workers'
import { keepHere } from './load-issue'

work(keepHere)
