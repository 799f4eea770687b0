// What the values of site.md, topics.md and regions.md must look like, and what is said of those that do not.
import { addressParts, addressSays } from '../model/addresses'
import { canBeRead, leastContrast, nearestShade } from './accent'
import type { Rule } from './field-reader'

/** The entry of a list that a text is; undefined when it is none. */
export const oneOf = <Name extends string>(names: readonly Name[], text: string): Name | undefined =>
  names.find(name => name === text)

/** At most so many characters, as they are counted by eye. */
export const longest =
  (what: string, most: number): Rule =>
  text => {
    const length = [...text].length
    return length <= most
      ? undefined
      : { rule: 'text-long', message: `${what}有 ${length} 字，最多 ${most} 字，应缩短` }
  }

/** The name of a group: short, and one word, since former names stand beside each other. */
export const nameRule =
  (most: number): Rule =>
  text =>
    longest('name', most)(text) ??
    (/[、，,\s]/u.test(text)
      ? { rule: 'name-parted', message: `写的是“${text}”，名称里不能有空格、顿号和逗号` }
      : undefined)

const shaped =
  (rule: string, shape: RegExp, says: string): Rule =>
  text =>
    shape.test(text) ? undefined : { rule, message: `写的是“${text.slice(0, 60)}”，${says}` }

/** The short names of the authorities that number sites (GB/T 2260, without 台, 港 and 澳). */
const places = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕甘陇青宁新]'

/** 京ICP备12345678号-1, as the register of the Ministry of Industry and Information Technology prints it. */
export const icpRule = shaped(
  'icp-format',
  new RegExp(`^${places}ICP[备证]\\d{6,10}号(?:-\\d{1,4})?$`, 'u'),
  '应照备案结果原样写，如“京ICP备12345678号-1”',
)

/** 京公网安备11010102001234号, as the register of the Ministry of Public Security prints it: 14 digits. */
export const policeRule = shaped(
  'police-format',
  new RegExp(`^${places}公网安备 ?\\d{14}号$`, 'u'),
  '应照备案结果原样写，数字 14 位，如“京公网安备11010102001234号”',
)

const telephoneRule = shaped(
  'telephone-format',
  /^\+?\d[\d ()（）-]{4,24}(?:转\d{1,6})?$/u,
  '应为电话号码，如“010-12345678”',
)

const mailRule = shaped(
  'mail-format',
  /^[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i,
  '应为邮箱，如“bianji@news.example”',
)

export const contactRules: Readonly<Record<string, Rule>> = {
  address: longest('地址', 80),
  telephone: telephoneRule,
  mail: mailRule,
}

/** A picture of public/, by its address below the site's root: no step leads out of the folder. */
export const picturePathRule = shaped(
  'picture-path',
  /^\/(?:[\w-]+\/)*[\w-]+\.(?:png|svg)$/,
  '应为 public/ 里一个 PNG 或 SVG 文件的地址，只用字母、数字、- 和 _，如“/logo.png”',
)

/** A colour as text: #rrggbb that can be read on every ground. */
export const accentRule: Rule = text => {
  if (!/^#[0-9a-f]{6}$/i.test(text))
    return {
      rule: 'accent-format',
      message: `写的是“${text.slice(0, 40)}”，应为 # 和六位十六进制数，如“#b3261e”`,
    }
  if (canBeRead(text)) return undefined
  const contrast = Math.floor(leastContrast(text) * 100) / 100
  const message = `“${text}”与底色的对比度只有 ${contrast}，应不低于 4.5；深一些的 ${nearestShade(text)} 可以`
  return { rule: 'accent-contrast', message }
}

/** A number from 1, written in digits. */
export const wholeNumber =
  (most: number): Rule =>
  text =>
    /^[1-9]\d{0,8}$/.test(text) && Number(text) <= most
      ? undefined
      : {
          rule: 'number',
          message: `写的是“${text.slice(0, 20)}”，应为 1 到 ${most} 的整数，如 "${Math.min(most, 12)}"`,
        }

/** The address of a published site: http or https, and none of this machine alone. */
export const urlRule: Rule = text => {
  const parts = addressParts(text)
  if (!parts) return { rule: 'url-format', message: `写的是“${text.slice(0, 80)}”，${addressSays}` }
  if (!parts.isLocal) return undefined
  return { rule: 'url-local', message: `“${text.slice(0, 80)}”是本机的地址，别人打不开，应为发布后的网址` }
}

/** The end of an address: a number would be a page of a list. */
export const slugRule = shaped(
  'slug-format',
  /^(?=.{1,40}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  '应以小写字母开头，只用小写字母、数字和连字符，最多 40 个，如“donghu”',
)
