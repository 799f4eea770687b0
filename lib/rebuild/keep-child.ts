// A process of the crew that keeps content.
import { work } from '../press/crew'
import { keepHere } from './keep-issue'

work(keepHere)
