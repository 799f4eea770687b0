// The pictures of an item above its text: each opens what is said of it; more are dropped on the item or chosen.
import { useCallback, useRef } from 'react'
import type { ItemView, PictureView } from '../wire'
import { getPicture } from './api'
import type { Bench } from './bench'
import { useBlobUrl } from './use-blob-url'
import './pictures.css'

type Props = { readonly item: ItemView; readonly bench: Bench }

export function ItemPictures({ item, bench }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      {item.pictures.length > 0 && (
        <ul className="pictures" aria-label="图片">
          {item.pictures.map(picture => (
            <li key={picture.file}>
              <button
                type="button"
                onClick={() => bench.question({ ask: 'picture', item, file: picture.file })}
              >
                <Shot issue={bench.view.id} file={picture.file} alt="" />
                <span className={picture.alt ? '' : 'need'}>{picture.alt || '还没有替代文字'}</span>
                {printedOf(picture) && <small>{printedOf(picture)}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="add">
        <button type="button" disabled={bench.open.busy} onClick={() => chooser.current?.click()}>
          加图片…… <kbd>A</kbd>
        </button>
        <input
          type="file"
          id="add-picture"
          ref={chooser}
          hidden
          multiple
          accept=".jpg,.jpeg,.png,.webp"
          onChange={event => {
            bench.open.addPictures(item.name, [...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </p>
    </>
  )
}

const printedOf = ({ caption, credit }: PictureView) => [caption, credit].filter(Boolean).join('　')

/** A picture of an issue; its name where it cannot be shown. */
export function Shot({ issue, file, alt }: { issue: string; file: string; alt: string }) {
  const url = useBlobUrl(useCallback(() => getPicture(issue, file), [issue, file]))
  return url ? <img src={url} alt={alt} /> : <span className="shot">{file}</span>
}
