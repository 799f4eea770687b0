// Names of people, known by their shape: a surname and one or two characters, or a name with a dot in it.

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'.split(
    '',
  ),
)
const doubleSurname =
  /^(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|长孙|宇文|端木|百里|呼延|拓跋|南宫|独孤)/

/** A name by its shape alone: a surname and one or two characters, or a name with a dot in it. */
export function looksLikeName(text: string): boolean {
  if (/^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8})+$/u.test(text)) return true
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false
  return text.length < 4 ? surnames.has(text[0] ?? '') : doubleSurname.test(text)
}

/** Parts of Tibetan, Yi, Uyghur, Kazakh and Mongolian names that are transcribed without a surname. */
const transcribed =
  /^(?:扎西|次仁|次旦|旦增|丹增|格桑|尼玛|达娃|巴桑|索朗|仁增|仁青|德吉|拉姆|卓玛|平措|罗布|洛桑|强巴|普布|边巴|白玛|桑珠|贡布|多吉|措姆|吉克|沙马|阿牛|木呷|阿依|阿不都|阿卜杜|买买提|艾买提|吐尔逊|热合曼|古丽|玛依拉|努尔|叶尔|巴特尔|乌云|苏日|斯琴|娜仁|那仁|其木格|萨仁|哈斯|额尔|阿拉坦|布仁|宝音|特木尔|牧仁)|(?:扎西|次仁|次旦|格桑|尼玛|达娃|央宗|央金|卓玛|卓嘎|多吉|平措|拉姆|措姆|旺堆|旺姆|罗布|阿牛|木呷|古丽|买买提|尔逊|其其格|图雅|巴特尔|托娅|高娃|巴雅尔)$/u

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A token that may be a name where names are expected, its surname known or not: no word of the language. */
export function mayBeName(text: string): boolean {
  if (/^\p{Script=Han}{2,3}$/u.test(text)) return true
  if (!/^\p{Script=Han}{4,6}$/u.test(text)) return false
  return transcribed.test(text) || (text.length === 4 && [...words.segment(text)].length === 4)
}

/** The dots that are set in names of other peoples (• ・ ‧ ･) as the middle dot; the length stays. */
export const levelDots = (text: string) => text.replace(/[•・‧･∙⋅]/gu, '·')
