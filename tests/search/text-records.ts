// Records of texts for tests of search: what a test does not speak of is empty.
import type { TextRecord } from '#lib/search/text-record'

const blank: TextRecord = {
  id: 'a-01',
  title: '',
  opening: '',
  kicker: '',
  rest: [],
  names: [],
  variants: '',
  regions: [],
  subject: '',
  place: '',
  topic: '',
  date: '',
}

export const textRecord = (fields: Partial<TextRecord>): TextRecord => ({ ...blank, ...fields })
