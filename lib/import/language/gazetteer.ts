// The gazetteer: the names of GB/T 2260, long and short, and what each may mean.
import { type ProvinceName, provinces } from '../../model/provinces'
import { placesTable } from './places-table'
import { beyond } from './traditional-places'

export type Division = {
  readonly province: ProvinceName
  /** Full name, 岫岩满族自治县. */
  readonly name: string
  /** 岫岩. */
  readonly short: string
  readonly level: 'province' | 'city' | 'county'
  /** Short name of the prefecture that governs a county. */
  readonly city: string
}

/** A name may mean several divisions: 朝阳. `full`: with its 省, 市, 县 … */
export type NameEntry = { readonly full: boolean; readonly divisions: readonly Division[] }

const peoples =
  '(?:蒙古族|藏族|羌族|彝族|苗族|侗族|布依族|土家族|壮族|瑶族|傣族|景颇族|傈僳族|哈尼族|白族|回族|满族|朝鲜族|黎族|畲族|土族|撒拉族|哈萨克族|哈萨克|柯尔克孜族|柯尔克孜|蒙古|维吾尔族|维吾尔|各族|仡佬族|水族|佤族|拉祜族|纳西族|独龙族|怒族|普米族|布朗族|达斡尔族|鄂温克族|鄂伦春|锡伯族|塔吉克|东乡族|保安族|裕固族|仫佬族|毛南族|达斡尔|锡伯|鄂温克)+'
const autonomous = new RegExp(`${peoples}自治(?=[州县旗]$)`, 'u')

/** 岫岩满族自治县 → 岫岩, 黔东南苗族侗族自治州 → 黔东南, 忠县 stays. */
export function shortName(name: string): string {
  const plain = name.replace(autonomous, '')
  const short = plain.replace(/(?:自治州|自治县|自治旗|地区|林区|特区|矿区|新区|市|州|盟|县|区|旗)$/u, '')
  return short.length >= 2 ? short : plain
}

const provinceSuffix: Readonly<Record<string, readonly string[]>> = {
  内蒙古: ['自治区'],
  广西: ['壮族自治区', '自治区'],
  西藏: ['自治区'],
  宁夏: ['回族自治区', '自治区'],
  新疆: ['维吾尔自治区', '自治区', '生产建设兵团', '兵团'],
  香港: ['特别行政区', '特区'],
  澳门: ['特别行政区', '特区'],
}
const municipalities = new Set<string>(['北京', '天津', '上海', '重庆'])

function readDivisions(): readonly Division[] {
  return placesTable
    .trim()
    .split('\n')
    .flatMap(line => {
      const [place = '', counties = ''] = line.split(':')
      const [provinceName = '', city = ''] = place.split('|')
      const province = provinces.find(one => one.name === provinceName)?.name
      if (!province) return []
      const own: readonly Division[] = city
        ? [{ province, name: city, short: shortName(city), level: 'city', city: '' }]
        : []
      const below = counties
        .split(' ')
        .filter(Boolean)
        .map(
          (name): Division => ({
            province,
            name,
            short: shortName(name),
            level: 'county',
            city: city ? shortName(city) : '',
          }),
        )
      return [...own, ...below]
    })
}

export const divisions = readDivisions()

function buildNames(): ReadonlyMap<string, NameEntry> {
  const names = new Map<string, { full: boolean; divisions: Division[] }>()
  const add = (name: string, full: boolean, division: Division) => {
    const entry = names.get(name)
    if (!entry) names.set(name, { full, divisions: [division] })
    else if (full && !entry.full) names.set(name, { full, divisions: [division] })
    else if (full === entry.full) entry.divisions.push(division)
  }
  for (const division of divisions) {
    add(division.name, true, division)
    const plain = division.name.replace(autonomous, '')
    if (plain !== division.name) add(plain, true, division)
    if (division.short !== division.name && division.short.length >= 2) add(division.short, false, division)
  }
  for (const { name } of provinces) addProvince(names, name)
  for (const [province, list] of beyond) {
    for (const name of list.split(' ')) add(name, /[市县]$/u.test(name), beyondDivision(province, name))
  }
  return names
}

const beyondDivision = (province: ProvinceName, name: string): Division => {
  const short = name.replace(/[市县]$/u, '')
  return { province, name, short, level: province === '台湾' ? 'city' : 'county', city: '' }
}

/** The short name of a province means the province before anything else (海南, 吉林), with 市 or 州 it does not. */
function addProvince(names: Map<string, { full: boolean; divisions: Division[] }>, name: ProvinceName): void {
  const province: Division = { province: name, name, short: name, level: 'province', city: '' }
  names.set(name, { full: false, divisions: [province] })
  const endings = municipalities.has(name) ? ['市'] : (provinceSuffix[name] ?? ['省'])
  for (const ending of endings) names.set(name + ending, { full: true, divisions: [province] })
}

export const placeNames = buildNames()

/** Words for several provinces at once. */
export const provinceGroups: Readonly<Record<string, readonly ProvinceName[]>> = {
  成渝: ['四川', '重庆'],
  川渝: ['四川', '重庆'],
  渝川: ['四川', '重庆'],
  京津冀: ['北京', '天津', '河北'],
  京津: ['北京', '天津'],
  京冀: ['北京', '河北'],
  津冀: ['天津', '河北'],
  沪苏浙皖: ['上海', '江苏', '浙江', '安徽'],
  苏浙沪: ['江苏', '浙江', '上海'],
  沪苏浙: ['上海', '江苏', '浙江'],
  苏皖: ['江苏', '安徽'],
  沪苏: ['上海', '江苏'],
  沪浙: ['上海', '浙江'],
  苏浙皖: ['江苏', '浙江', '安徽'],
  浙皖: ['浙江', '安徽'],
  粤港澳: ['广东', '香港', '澳门'],
  粤桂: ['广东', '广西'],
  粤港: ['广东', '香港'],
  粤琼: ['广东', '海南'],
  闽赣: ['福建', '江西'],
  浙闽: ['浙江', '福建'],
  云贵川: ['云南', '贵州', '四川'],
  川滇: ['四川', '云南'],
  川黔: ['四川', '贵州'],
  滇黔: ['云南', '贵州'],
  渝黔: ['重庆', '贵州'],
  黔桂: ['贵州', '广西'],
  陕甘宁: ['陕西', '甘肃', '宁夏'],
  晋陕蒙: ['山西', '陕西', '内蒙古'],
  晋冀鲁豫: ['山西', '河北', '山东', '河南'],
  晋陕豫: ['山西', '陕西', '河南'],
  甘青: ['甘肃', '青海'],
  湘鄂赣: ['湖南', '湖北', '江西'],
  湘赣: ['湖南', '江西'],
  湘鄂: ['湖南', '湖北'],
  鄂豫皖: ['湖北', '河南', '安徽'],
  豫皖: ['河南', '安徽'],
  冀鲁: ['河北', '山东'],
  冀鲁豫: ['河北', '山东', '河南'],
  黑吉辽: ['黑龙江', '吉林', '辽宁'],
  辽吉黑: ['辽宁', '吉林', '黑龙江'],
  鲁豫: ['山东', '河南'],
  苏鲁: ['江苏', '山东'],
  鲁苏: ['山东', '江苏'],
  陕川: ['陕西', '四川'],
  川陕: ['四川', '陕西'],
  甘陕: ['甘肃', '陕西'],
}
