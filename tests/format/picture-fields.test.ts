// Which picture of several is meant: a mark has to stand in the article, wherever; names are its own, and each once.
import { describe, expect, it } from 'vitest'
import { parseArticle, printArticle } from '#lib/format/article-file'
import type { Picture } from '#lib/model/picture'
import { articleOf } from '../article-of'
import { plainPicture } from '../photographs'

const picture = (file: string, said: Partial<Picture> = {}): Picture => ({ ...plainPicture, file, ...said })

/** What is said of an article with these pictures: their rules, or none. */
function rulesOf(
  pictures: readonly Picture[],
  text = '选手在比武（图①），评委在打分，见上图。',
): readonly string[] {
  const article = articleOf({ pictures, blocks: [{ kind: 'paragraph', text }] })
  const read = parseArticle(printArticle(article), `${article.id}.md`, article.id)
  return Array.isArray(read) ? read.map(({ rule }) => rule) : []
}

describe('marks', () => {
  it('stand in the text, or in the caption of any picture', () => {
    const marked = [picture('01.jpg', { mark: '图①' }), picture('01-2.jpg', { mark: '上图' })]
    expect(rulesOf(marked)).toEqual([])
    const captions = [picture('01.jpg', { mark: '图②', caption: '图②：评委在打分。' })]
    expect(rulesOf(captions)).toEqual([])
  })

  it('that no reader could find are refused, each by itself', () => {
    expect(rulesOf([picture('01.jpg', { mark: '图③' }), picture('01-2.jpg', { mark: '下图' })])).toEqual([
      'picture-mark',
      'picture-mark',
    ])
  })

  it('come back as they were written', () => {
    const said = { mark: '图①', caption: '选手在比武。', credit: '李四 摄', names: ['李四'], alt: '两人对坐' }
    const article = articleOf({
      pictures: [picture('01.jpg', said)],
      blocks: [{ kind: 'paragraph', text: '见图①。' }],
    })
    const read = parseArticle(printArticle(article), `${article.id}.md`, article.id)
    expect(Array.isArray(read) ? read : read.pictures).toEqual([picture('01.jpg', said)])
  })
})

it('a picture that is named twice, of another article, or with a path is refused', () => {
  expect(rulesOf([picture('01.jpg'), picture('01.jpg')])).toEqual(['picture-double'])
  for (const name of ['02.jpg', '../01.jpg', '01.svg', '01.JPG', '01-1.jpg', '/etc/01.jpg', 'a/01.jpg'])
    expect(rulesOf([picture(name)])).toEqual(['picture-name'])
})
