// A process of the crew that prints pages.
import { work } from './crew'
import { printHere } from './print-pages'

work(printHere)
