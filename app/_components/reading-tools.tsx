// What helps with reading one article: read aloud, and back to the place where one stopped. Both hidden until they can work.

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
