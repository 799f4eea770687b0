// Attack strings by class, our own and those of public lists (lists/README.md). Each calls alert(N) with its own number, so
// that a test can tell which one ran. Our own: classes after the OWASP filter-evasion sheet and the sanitiser literature.
import { readFileSync } from 'node:fs'

export type Attack = { readonly number: number; readonly kind: string; readonly text: string }

/** alert(1) in the tables below stands for the call with the string's own number. */
const call = 'alert(1)'

/** Markup that runs by itself as soon as it is parsed or painted. */
const running = [
  '<script>alert(1)</script>',
  '<SCRIPT>alert(1)</SCRIPT>',
  '<script >alert(1)</script >',
  '<script\n>alert(1)</script>',
  '<script/x>alert(1)</script>',
  '<script type=module>alert(1)</script>',
  '<script src="data:text/javascript,alert(1)"></script>',
  '<script>/*<!--*/alert(1)/*-->*/</script>',
  '<<script>alert(1)//<</script>',
  '<scr<script>ipt>alert(1)</script>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script>alert&#40;1)</script></svg>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg\tonload=alert(1)>',
  '<svg onload="alert(1)"></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><set onbegin=alert(1) attributeName=x>',
  '<svg><image href=x onerror=alert(1)>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror="alert(1)">',
  "<img src=x onerror='alert(1)'>",
  '<img src=x onerror=`alert(1)`>',
  '<img/src=x/onerror=alert(1)>',
  '<img src=x:x onerror=alert(1)//',
  '<IMG SRC=x OnErRoR=alert(1)>',
  '<img src onerror=alert(1)>',
  '<img src="/x" onerror="&#97;lert(1)">',
  '<img src="/x" onerror="&#x61;lert(1)">',
  '<img src=x onerror=\\u0061lert(1)>',
  '<img """><script>alert(1)</script>">',
  '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onload=alert(1)>',
  '<image src=x onerror=alert(1)>',
  '<picture><source srcset=x><img onerror=alert(1)></picture>',
  '<video src=x onerror=alert(1)></video>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)></audio>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)></select>',
  '<textarea autofocus onfocus=alert(1)></textarea>',
  '<button autofocus onfocus=alert(1)>x</button>',
  '<a href=# autofocus tabindex=0 onfocus=alert(1)>x</a>',
  '<div contenteditable autofocus onfocus=alert(1)>x</div>',
  '<details open ontoggle=alert(1)>x</details>',
  '<body onload=alert(1)>',
  '<body onpageshow=alert(1)>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<iframe onload=alert(1)></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<object data=x onerror=alert(1)></object>',
  '<embed src="javascript:alert(1)">',
  '<link rel=stylesheet href=x onerror=alert(1)>',
  '<style onload=alert(1)></style>',
  '<style>@keyframes k{}</style><p style="animation:k 1ms" onanimationstart=alert(1)>x</p>',
  '<style>@keyframes k{}</style><p style="animation:k 1ms" onanimationend=alert(1)>x</p>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<math><mtext><script>alert(1)</script></mtext></math>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template><img src=x onerror=alert(1)>',
  '<xmp><img src=x onerror=alert(1)></xmp><svg onload=alert(1)>',
  '<title></title><img src=x onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><img src=x onerror=alert(1)>',
  '<table background=x><tr><td><img src=x onerror=alert(1)></table>',
  '<form><input type=image src=x onerror=alert(1)></form>',
  '<p><p><svg onload=alert(1)//',
]

/** Ways out of the place where a field is printed: attribute, title, JSON-LD, style, comment, text area. */
const wayOut = [
  '"',
  "'",
  '">',
  "'>",
  '</title>',
  '</script>',
  '</style>',
  '-->',
  ']]>',
  '</textarea>',
  '"/>',
  '</h1>',
  '</a>',
  '\\"',
  '\\u003c/script\\u003e',
]
const wayIn = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  ' autofocus onfocus=alert(1) x=',
]

/** Handlers that wait for the reader; the harness plays the reader. */
const handlers = [
  'onclick',
  'ondblclick',
  'onmousedown',
  'onmouseup',
  'onmouseover',
  'onmouseout',
  'onmousemove',
  'onmouseenter',
  'onmouseleave',
  'oncontextmenu',
  'onwheel',
  'onkeydown',
  'onkeyup',
  'onkeypress',
  'onfocus',
  'onblur',
  'onfocusin',
  'onfocusout',
  'oninput',
  'onchange',
  'onselect',
  'oncopy',
  'oncut',
  'onpaste',
  'onpointerdown',
  'onpointerup',
  'onpointerover',
  'onpointermove',
  'onpointerenter',
  'ontouchstart',
  'ontouchend',
  'ondragstart',
  'ondrop',
  'onscroll',
  'onsubmit',
  'onreset',
  'oninvalid',
  'onbeforeinput',
  'ontransitionend',
  'onanimationend',
]
const carriers = ['a', 'p', 'button', 'custom-element', 'input', 'form']

/** The scheme in disguise. */
const schemes = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\tjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'javascript&#x3A;alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;avascript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://%0aalert(1)',
  'javascript:alert%281%29',
  'javascript:void(0);alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5wYXJlbnQuYWxlcnQoMSk8L3NjcmlwdD4=',
  'vbscript:msgbox(1)',
  'blob:https://other.example/alert(1)',
  'view-source:javascript:alert(1)',
  'feed:javascript:alert(1)',
  '//other.example/alert(1)',
  'https:other.example/alert(1)',
  '/\\other.example/alert(1)',
]
const holders = [
  '[x](URL)',
  '[x](<URL>)',
  '[x](URL "title")',
  '![x](URL)',
  '<URL>',
  '[x][1]\n\n[1]: URL',
  '![x][1]\n\n[1]: <URL>',
  '<a href="URL">x</a>',
  '<a href=URL>x</a>',
  '<svg><a xlink:href="URL"><text y=9>x</text></a></svg>',
  '<form action="URL"><button>x</button></form>',
  '<button form=f formaction="URL">x</button><form id=f></form>',
  '<iframe src="URL"></iframe>',
]

/** Markdown that turns into markup somewhere, or loads something foreign. */
const markdown = [
  '![x](https://other.example/beacon.png?alert(1))',
  '![x](//other.example/beacon.png?alert(1))',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '[x](https://other.example/ "\\" onmouseover=alert(1) \\"")',
  '[<img src=x onerror=alert(1)>](https://other.example)',
  '[x](https://other.example/"onmouseover="alert(1))',
  '`<img src=x onerror=alert(1)>`',
  '```html\n<img src=x onerror=alert(1)>\n```',
  '~~~\n</code></pre><img src=x onerror=alert(1)>\n~~~',
  '    <img src=x onerror=alert(1)>',
  '> <img src=x onerror=alert(1)>',
  '- <img src=x onerror=alert(1)>',
  '# <img src=x onerror=alert(1)>',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  '\\<img src=x onerror=alert(1)>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '＜img src=x onerror=alert(1)＞',
  '<img src=x onerror=alert(1)\u0000>',
  '**<img src=x onerror=alert(1)>**',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the attack is this text.
  '${alert(1)}',
  '#{alert(1)}',
  '<%= alert(1) %>',
  'import x from "data:text/javascript,alert(1)"',
  '<Foo onClick={()=>alert(1)} />',
]

/** What changes how text is read rather than what runs: these must be refused or printed harmlessly. */
const letters = [
  '\u202Egnp.tnemucod\u202C alert(1)',
  '\u2066<script>\u2069 alert(1)',
  'a\u200Bl\u200Bert(1) alert(1)',
  '\u2028</script><script>alert(1)</script>',
  '\uFEFF<script>alert(1)</script>',
  '<ſcript>alert(1)</ſcript>',
  '\u{E0001}<script>alert(1)</script>',
  '<\u0000script>alert(1)</script>',
  '\u0008<script>alert(1)</script>',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '\\x3cscript\\x3ealert(1)\\x3c/script\\x3e',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
]

/** The strings of a public list, with alert(1) for whatever they call. */
function published(name: string): readonly string[] {
  const text = readFileSync(new URL(`./lists/${name}.json`, import.meta.url), 'utf8')
  const list: unknown = JSON.parse(text)
  if (!Array.isArray(list)) throw new Error(`${name}.json is no list`)
  return list.map(each => String(each).replace(/\b(alert|prompt|write)(\([^()]*\)|`[^`]*`)/g, () => call))
}

/** All attack strings, numbered from 1, each once; always the same ones. */
export function attacks(): readonly Attack[] {
  const classes: readonly (readonly [string, readonly string[]])[] = [
    ['running', running],
    ['way out', wayOut.flatMap(out => wayIn.map(then => `${out}${then}`))],
    [
      'handler',
      handlers.flatMap((on, i) =>
        carriers.slice(0, 3 + (i % 4)).map(tag => `<${tag} tabindex=0 ${on}=alert(1)>x</${tag}>`),
      ),
    ],
    ['scheme', holders.flatMap(holder => schemes.map(url => holder.replace('URL', () => url)))],
    ['markdown', markdown],
    ['letters', letters],
    ['naughty-strings', published('naughty-strings')],
    ['html5sec', published('html5sec')],
  ]
  const kindOf = new Map(
    classes.flatMap(([kind, texts]) => texts.map(text => [text, kind] as const)).reverse(),
  )
  return [...kindOf]
    .reverse()
    .map(([text, kind]) => ({ kind, text }))
    .map(({ kind, text }, i) => ({ number: i + 1, kind, text: text.replaceAll(call, `alert(${i + 1})`) }))
}
