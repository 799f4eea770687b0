// The script that applies the reader's settings before first paint. Not for app/_browser: a page has it once already.
import { kept } from './kept'

/**
 * The one inline script, the same on every page: sets data-size and data-theme on <html> from the device, or from the
 * link (?mode=care, ?mode=standard), which it keeps. Its hash stands in the site's policy: never build it from data.
 * A browser that refuses storage still obeys the link.
 */
export const firstPaintScript = `(function(d){function g(k,v){try{var s=localStorage;v&&s.setItem(k,v);return s.getItem(k)}catch(e){}}\
var m=/[?&]mode=(care|standard)(&|$)/.exec(location.search),s=m?m[1]:0,t;\
s=g("${kept.size}",s)||s;if(m)s=m[1];t=g("${kept.theme}");if(s)d.size=s;if(t)d.theme=t})(document.documentElement.dataset)`
