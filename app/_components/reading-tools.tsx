// What helps with reading one article: back to the place where one stopped, reading aloud (both hidden until they can work),
// and the way to the share panel.

export function ReadingTools({ id }: { id: string }) {
  return (
    <span className="tools">
      <reading-place data-id={id}>
        <button type="button" className="tool">
          接着读
        </button>
      </reading-place>
      <read-aloud>
        <button type="button" className="tool">
          朗读
        </button>
        <button type="button" className="tool">
          停止
        </button>
      </read-aloud>
      <a className="tool" href="#share">
        分享
      </a>
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
