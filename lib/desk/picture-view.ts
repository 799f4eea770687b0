// The pictures of an item as the desk shows them.
import type { Article } from '../model/article'
import type { PictureView } from './wire'

/** The pictures of an article as the desk shows them. */
export const viewPictures = ({ pictures }: Article): readonly PictureView[] =>
  pictures.map(({ file, mark, caption, credit, names, alt }) => ({
    ...{ file, mark, caption, credit, alt },
    names: names.join('、'),
  }))
