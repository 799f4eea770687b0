// Finds a browser for the tests, or gets one, and prints its path last: a program of its own, since getting one takes its time.
import { ensureChromium } from './chromium'

console.log(ensureChromium(line => console.log(line)))
