// How a correction is told to readers, on the page and in feeds.
import type { Correction } from '../model/article'
import { formatDate } from '../model/dates'

/** 原文“甲”，现作“乙”：衍字（2026年11月26日更正）. The day is left out where it is not known. */
export function sayCorrection({ source, print, why, when }: Correction): string {
  return `原文“${source}”，现作“${print}”：${why}${when ? `（${formatDate(when)}更正）` : ''}`
}
