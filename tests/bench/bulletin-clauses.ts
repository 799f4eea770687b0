// The grammar of the generated bulletins: {slot} is replaced by a word of that kind, slots may hold slots.
// Many short rules with many free places, so that pairs of characters are as various as in print.

const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map(line => line.trim())

export const nounPhrases = lines(`
  {n}
  {n}{n}
  {tn}
  {a}{n}
  {a}的{n}
  {tn}{n}
  {n}和{n}
  {n}、{n}、{n}
  {role}的{n}
  {tech}
  {a}{tn}
  {n}、{tn}等{n}
  “{n}+{n}”{n}
  {industry}{n}
  {town}{n}
  {lat}{n}
  “{two}{n}”{n}`)

export const actions = lines(`
  {v}{np}
  {adv}{v}{np}
  {v}{np}、{v}{np}
  {adv}{v}{n}{n}
  {tv}{tn}{num}{m}
  {v}{num}{m}{np}
  {v}{np}，{v}{np}
  对{np}进行{v}
  把{np}{v}到{n}{n}
  为{role}{v}{np}
  与{org}{v}{np}
  {v}“{n}{n}”{n}
  {v}{doing}
  将{np}纳入{n}{n}
  以{np}为{n}，{adv}{v}{np}`)

export const clauses = lines(`
  {org}{act}
  {time}，{org}{act}
  {time}，{town}{org}{act}，{act}
  {time}以来，{org}围绕{np}，{act}
  在{np}方面，{org}{act}
  针对{np}{v}难、{n}{v}慢等问题，{org}{act}
  {time}，{firm}{act}，{pron}{act}
  {firm}{role}{person}{adv}{v}{np}，{act}
  依托{np}，{act}，{act}
  通过{np}、{np}等方式，{act}
  为{v}{np}，{org}还{act}
  截至目前，{tn}{v}{num}{m}，{v}{np}{num}{m}，{n}{v}率达{pct}
  目前，全{area}已{v}{np}{num}{m}，{v}{role}{wan}人次
  据了解，{tn}{v}{num}{m}，同比{updown}{pct}
  {year}年全{area}{role}{v}{np}超过{wan}条，{tn}{num}项
  其中，{firm}的{tech}{v}后，每年可{v}{n}{wan}元
  {person}和{n}围绕{tech}的{n}、{n}进行{v}，{act}
  从{n}到{n}，从{n}到{n}，{org}{act}
  不少{role}提出{n}{v}不{a2}、{n}{a2}等问题
  {org}副主席{person}介绍，{act}，{act}
  {slogan}，{org}{act}
  {org}{act}，{slogan}
  同时，{act}，{slogan}
  此外，{org}还将{np}与{np}相结合，{act}
  {month}月，{org}联合{org}{v}{doing}，{num}名{role}{v}{np}
  {doing}{v}以来，{num}{m}{np}得到{v}
  {np}{v}了，{np}也{v}了，{role}的{n}更{a2}了
  {firm}建立“{n}{n}”{n}，由{role}{adv}{v}，{act}
  经过{num}次{v}，{tech}{v}成功，{n}从{num}{unit}{updown}到{num}{unit}
  {town}是{a}{industry}产业聚集地，现有{n}{num}家、{role}{wan}人`)

export const quotes = lines(`
  “{say}，{say}。”{firm}{role}{person}说
  “{say}！”{time}，{person}{v}着{n}告诉记者
  {person}说：“{say}。{say}，{say}。”
  “{say}，{say}。”{org}{role}{person}介绍
  谈起{np}，{person}感慨：“{say}。”
  “{say}？”{person}的一句话，让{role}们{v}了{n}`)

export const sayings = lines(`
  没想到，{role}也能{v}{n}
  有了{tn}，我们{v}{n}更{a2}了
  以前{v}{n}要{num}天，现在{num}分钟就能{v}
  大家一起{v}{np}，心里特别{a2}
  {n}{v}了，{n}也跟着{v}
  我在{firm}干了{num}年，{adv}{v}{n}还是头一回
  只要{v}{n}，就能{v}{np}
  {org}的{n}就在{n}旁边，{v}{n}很{a2}
  {tech}的{n}只有{num}{unit}，{v}起来不{a2}
  抓住{tn}就抓住了{n}`)

export const titles = lines(`
  {v}{np} {v}{np}
  {tn}{v}{n}{n}
  {num}{m}{role}{v}{tn}
  让{role}{v}{a}{n}
  {doing}{v}{n}
  {tn}建在{n}
  “{two}{n}”{v}{role}{n}
  {num}{m}{tn}{v}{np}
  {np}里的{n}
  一{m1}{n}{v}{np}`)

export const kickers = lines(`
  {place}总{v}{np}
  {place}总打造“{n}+{n}+{n}”{n}
  {firm}{v}{doing}
  {place}工会{act}
  {town}{industry}{org}{v}{tn}`)

export const small = {
  area: ['市', '省', '区', '县', '行业'],
  pron: ['并', '随后', '还', '由此', '今年又'],
  updown: ['增长', '提高', '上升', '下降', '减少', '提升'],
  unit: ['毫米', '分钟', '摄氏度', '吨', '元', '公斤', '千瓦时', '天', '米', '微米'],
  a2: ['踏实', '方便', '容易', '清楚', '合理', '暖和', '明显', '稳当', '有劲', '敞亮', '到位', '顺畅'],
  m1: ['张', '本', '座', '份', '把', '间', '条'],
  time: [
    '近日',
    '近年来',
    '今年',
    '日前',
    '连日来',
    '去年',
    '前不久',
    '今年初',
    '上个月',
    '活动期间',
    '节日前夕',
    '当天上午',
    '入夏',
    '{month}月{day}日',
    '{year}年',
    '{year}年{month}月',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>
