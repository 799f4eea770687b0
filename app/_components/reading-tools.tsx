// What helps with one article: the way to the share row, to the tip where that is folded, reading aloud, and back to the place where
// one stopped. The last two stand at the end, unseen until they can work: their place is kept, so that nothing moves.
import { ownSettings } from '#lib/model/owner'

/** `tip`: the label of the article's tip box, which care mode folds behind a button. */
export function ReadingTools({ id, tip }: { id: string; tip?: string | undefined }) {
  return (
    <div className="tools">
      {ownSettings.share.length > 0 ? (
        <a className="tool" href="#share">
          分享
        </a>
      ) : null}
      {tip ? (
        <a className="tool tip-link" href="#tip">
          {tip}
        </a>
      ) : null}
      <read-aloud>
        <button type="button" className="tool" aria-pressed="false">
          朗读
        </button>
      </read-aloud>
      <reading-place data-id={id}>
        <button type="button" className="tool">
          接着读
        </button>
      </reading-place>
    </div>
  )
}

/** Below a list: how many of all articles were read on this device, and the way to forget it. */
export function ReadMarks() {
  return (
    <read-marks hidden>
      <p className="read-marks">
        <span>
          这台设备上已读 <b data-count="">0</b> 篇
        </span>
        <button type="button" className="tool">
          清除已读标记
        </button>
      </p>
    </read-marks>
  )
}
