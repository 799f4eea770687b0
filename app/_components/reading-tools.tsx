// What helps with one article: the way to the share panel, reading aloud, and back to the place where one stopped. The last two
// stand at the end, unseen until they can work: their place is kept, so that nothing moves when they appear.

export function ReadingTools({ id }: { id: string }) {
  return (
    <span className="tools">
      <a className="tool" href="#share">
        分享
      </a>
      <read-aloud>
        <button type="button" className="tool">
          朗读
        </button>
        <button type="button" className="tool">
          停止
        </button>
      </read-aloud>
      <reading-place data-id={id}>
        <button type="button" className="tool">
          接着读
        </button>
      </reading-place>
    </span>
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
