// A page of the site that was built, in a frame of its own origin: as wide as a phone or a desktop, in one of the reader's themes.
import { useEffect, useRef, useState } from 'react'
import type { SiteAnswer } from '../wire'
import './site-frame.css'

const devices = [
  { device: 'phone', says: '手机', width: 360 },
  { device: 'desktop', says: '电脑', width: 1280 },
] as const
export type Device = (typeof devices)[number]['device']

const looks = [
  { look: 'light', says: '白', size: 'standard', theme: 'light' },
  { look: 'dark', says: '夜间', size: 'standard', theme: 'dark' },
  { look: 'care', says: '关怀', size: 'care', theme: 'light' },
] as const
export type Look = (typeof looks)[number]['look']

type Props = {
  readonly answer: SiteAnswer
  /** Below the site's root: articles/gh202411-01/ */
  readonly path: string
  readonly device: Device
  readonly look: Look
}

export function SiteFrame({ answer, path, device, look }: Props) {
  const { port, basePath, build } = answer
  const { size, theme } = looks.find(one => one.look === look) ?? looks[0]
  const { width } = devices.find(one => one.device === device) ?? devices[0]
  const box = useRef<HTMLDivElement>(null)
  const room = useRoom(box)
  const scale = Math.min(1, room.width / width)
  const query = new URLSearchParams({ size, theme, to: `${basePath}/${path}` })
  return (
    <div ref={box} className={`frame ${device}`}>
      {room.width > 0 && (
        <iframe
          key={`${build} ${query}`}
          title={`预览：/${path}`}
          src={`http://${location.hostname}:${port}/-/look?${query}`}
          sandbox="allow-scripts allow-same-origin allow-forms"
          referrerPolicy="no-referrer"
          style={{ width, height: room.height / scale, transform: `scale(${scale})` }}
        />
      )}
    </div>
  )
}

/** The size of an element, in px, whenever it changes. */
function useRoom(box: { readonly current: HTMLElement | null }) {
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return room
}

type SegmentedControlProps<Value extends string> = {
  readonly label: string
  readonly all: readonly { readonly value: Value; readonly says: string }[]
  readonly now: Value
  readonly choose: (value: Value) => void
}

/** A few buttons of which one is pressed. */
export function SegmentedControl<Value extends string>({
  label,
  all,
  now,
  choose,
}: SegmentedControlProps<Value>) {
  return (
    <fieldset className="choice" aria-label={label}>
      {all.map(({ value, says }) => (
        <button type="button" key={value} aria-pressed={value === now} onClick={() => choose(value)}>
          {says}
        </button>
      ))}
    </fieldset>
  )
}

export const deviceChoices = devices.map(({ device, says }) => ({ value: device, says }))
export const lookChoices = looks.map(({ look, says }) => ({ value: look, says }))
