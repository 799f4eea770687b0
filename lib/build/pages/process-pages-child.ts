// A process of the crew that prints pages.
import { work } from '../files/workers'
import { printHere } from './process-pages'

work(printHere)
