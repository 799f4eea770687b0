// What is said of a picture, as a form: what it shows, the words of the page that are its caption and credit, its place.

import { partText } from '../operations'
import type { ItemView } from '../wire'
import type { FormDraft } from './drafts'
import { Shot } from './pictures'

type Props = {
  readonly issue: string
  readonly item: ItemView
  readonly file: string
  readonly draft: FormDraft
}

export function PictureFields({ issue, item, file, draft }: Props) {
  const picture = item.pictures.find(one => one.file === file)
  if (!picture) return <p>这张图片已经不在了。</p>
  const at = item.pictures.indexOf(picture)
  return (
    <>
      <div className="shown">
        <Shot issue={issue} file={file} alt={picture.alt} />
      </div>
      <label>
        <span>图里看得见什么？（替代文字，给看不见图片的人听；不写猜的）</span>
        <textarea name="alt" defaultValue={draft.alt ?? picture.alt} maxLength={200} />
      </label>
      <Words name="caption" label="图片说明" item={item} value={picture.caption} kept={draft.caption} />
      <Words name="credit" label="摄影者" item={item} value={picture.credit} kept={draft.credit} />
      <div className="pairs">
        <label>
          <span>摄影者姓名，几个用、隔开</span>
          <input name="names" defaultValue={draft.names ?? picture.names} autoComplete="off" />
        </label>
        <label>
          <span>文中怎样指这张图，如 图②</span>
          <input name="mark" defaultValue={draft.mark ?? picture.mark} autoComplete="off" />
        </label>
        <label>
          <span>第几张</span>
          <select name="place" defaultValue={draft.place ?? String(at + 1)}>
            {item.pictures.map((one, index) => (
              <option key={one.file} value={String(index + 1)}>
                {`第 ${index + 1} 张`}
              </option>
            ))}
            <option value="none">撤去这张图片</option>
          </select>
        </label>
      </div>
    </>
  )
}

type WordsProps = {
  readonly name: string
  readonly label: string
  readonly item: ItemView
  readonly value: string
  readonly kept: string | undefined
}

/**
 * Words that are printed with a picture. Those of the page are chosen, from any part of the item that is text: what the page has not
 * cannot be proved. Those of an article that was written for the site are written.
 */
function Words({ name, label, item, value, kept }: WordsProps) {
  if (item.written)
    return (
      <label>
        <span>{label}</span>
        <input name={name} defaultValue={kept ?? value} maxLength={500} autoComplete="off" />
      </label>
    )
  return <PageWords {...{ name, label, item, value, kept }} />
}

function PageWords({ name, label, item, value, kept }: WordsProps) {
  const texts = item.parts
    .filter(({ role }) => ['paragraph', 'byline', 'signature'].includes(role))
    .map(partText)
  return (
    <label>
      <span>{`${label}，照印`}</span>
      <select name={name} defaultValue={kept ?? value}>
        <option value="">没有</option>
        {value && <option value={value}>{start(value)}</option>}
        {texts.map(text => (
          <option key={text} value={text}>
            {start(text)}
          </option>
        ))}
      </select>
    </label>
  )
}

const start = (text: string) => ([...text].length > 36 ? `${[...text].slice(0, 36).join('')}……` : text)
