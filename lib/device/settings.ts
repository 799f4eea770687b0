// The reader's settings: sizes and themes.

/** Body size in px at the browser's own default of 16 (2021 MIIT elder-friendly specifications; READING: care mode 28). */
export const sizes = [
  { value: 'standard', label: '标准', pixels: 18 },
  { value: 'large', label: '大', pixels: 20 },
  { value: 'xlarge', label: '特大', pixels: 24 },
  { value: 'care', label: '关怀', pixels: 28 },
] as const

/** The first follows the system. */
export const themes = [
  { value: 'auto', label: '自动' },
  { value: 'light', label: '白' },
  { value: 'sepia', label: '护眼' },
  { value: 'dark', label: '夜间' },
  { value: 'contrast', label: '高对比' },
] as const
