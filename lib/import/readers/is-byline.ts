// Whether a line is a byline by itself.
import { readByline } from '../language/bylines'
import { readDateline } from '../language/datelines'

/** A byline, a credit or a signature; not the opening words of a report (本报讯 记者甲报道：). */
export const isByline = (text: string) => readByline(text) !== undefined && !readDateline(text)
