// The settings of the owner of the site that this process builds or serves. To be loaded after the door has put them into the
// environment (format/site-folder.ts): what is loaded before sees none.
import { readOwnSettings } from './own-settings'
import { environment } from './settings'

export const ownSettings = readOwnSettings(environment)
