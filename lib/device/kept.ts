// What a device keeps of a reader, and under which keys. Apart from settings.ts: what two files of the bundle share would be a third.

/** Keys of localStorage; one prefix, since a host may serve other sites from the same origin. */
export const kept = {
  size: 'jianbao:size',
  theme: 'jianbao:theme',
  keys: 'jianbao:keys',
  read: 'jianbao:read',
  place: 'jianbao:place',
  rate: 'jianbao:rate',
  voice: 'jianbao:voice',
} as const
