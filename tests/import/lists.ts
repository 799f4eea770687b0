// Heads, labels, tip labels, sub-headings and bylines to lay out pages with. Every second entry of each list is kept
// aside: weights and vocabularies may be worked on with the even ones only, and both figures are measured.

export type Head = { readonly kicker?: string; readonly title: string; readonly subtitle?: string }

export const heads: readonly Head[] = [
  { kicker: '衡阳县总工会推行“工单夜校”', title: '白天派活，晚上补课' },
  { kicker: '亳州中药厂职代会连开三年“问题发布会”', title: '台上报问题，台下盯整改' },
  { title: '渣土车司机有了“歇脚图”', subtitle: '南阳货运行业工会标出41处停车点' },
  { title: '焊花落处是课堂', subtitle: '襄阳一造船厂把实训搬上分段平台' },
  { kicker: '查隐患 改工艺 提效率', title: '玉溪烟机班组三年攒下96条“土经验”' },
  { kicker: '从“要我会”到“我要会”', title: '喀什纺织园区双语技能班期期爆满' },
  { title: '汛期里的“守堤人”' },
  { title: '谁来给夜班保洁员留盏灯？' },
  { kicker: '漳平水仙茶合作社成立工会小组', title: '采茶时节，有人替我们说话' },
  { kicker: '遵义辣椒加工行业签订工价协议', title: '一斤剪蒂多少钱，先坐下来谈' },
  { title: '“娘家人”把律师请到工棚', subtitle: '三个月里，67名农民工拿回血汗钱' },
  { title: '一盏矿灯的“退休”', subtitle: '淮北一矿把旧灯改成井下书灯' },
  { kicker: '酒泉光热电站工会给高空作业者配“影子搭档”', title: '你擦镜子，我看着你' },
  { kicker: '丹东草莓大棚里办起女工互助社', title: '忙时换工，闲时学艺' },
  { kicker: '工具共管 徒弟共带 难题共解', title: '德阳四家重装企业结成“师徒联盟”' },
  { kicker: '海拔高一点，补贴多一点——', title: '阿坝公路养护工人有了“高度津贴”' },
  { title: '老码头的新“号子”' },
  { title: '别让“先进”只挂在墙上' },
  { kicker: '宜春锂电企业推行岗位轮换', title: '干满三年，可以换个工位', subtitle: '首批138名职工已转岗' },
  { kicker: '梧州人工宝石行业开赛', title: '刻面差一丝，名次差一截', subtitle: '来自9个县的88名选手同台' },
  { title: '把浴室修到煤台边', subtitle: '鹤壁一洗煤厂花两个月办成一件小事' },
  { title: '晚上十点的羽毛球场' },
  { kicker: '中卫枸杞采摘季设立“流动热饭车”', title: '田埂上的一顿热乎饭' },
  { kicker: '萍乡电瓷企业恢复“厂长接待日”', title: '门开着，话就好说' },
  { title: '船员的信，两个月才到家' },
  { title: '锅炉房里走出“冠军师徒”', subtitle: '佳木斯供热职工技能赛侧记' },
  { kicker: '枣庄纺织女工有了“母婴专列”', title: '背奶路上不再躲躲藏藏' },
  { kicker: '铜仁快递网点联合建会', title: '一百三十个站点，一本会员册' },
]

export const labels: readonly string[] = [
  '班组夜谈',
  '匠心录',
  '工会新鲜事',
  '一线走笔',
  '职工说法',
  '炉边话',
  '新苗计划',
  '车间纪事',
  '我的师傅',
  '蹲点手记',
  '维权问诊',
  '好班长',
  '小家大业',
  '读报札记',
  '绿皮本',
  '奋进新征程 建功在岗位',
  '家书',
  '工友问 律师答',
  '边走边看',
  '建功·新时代',
]

export const tipLabels: readonly string[] = [
  '阅读提示',
  '编者按',
  '核心提示',
  '开栏的话',
  '内容提要',
  '编前',
  '新闻提示',
  '导读',
]

export const tips: readonly string[] = [
  '一座小县城的修理工，怎样在三年里带出一支能上高原的队伍？记者跟着他们走了四天。',
  '职工的诉求从哪里来、到哪里去，这家企业用一本公开的台账作答。',
  '今起本报推出这一组报道，讲普通岗位上的人和他们手里的活计，欢迎读者来稿。',
  '从没人管到人人管，一条街上的小店用两年时间摸出了自己的办法，有得有失，都值得一说。',
  '为一道焊缝较真，为一碗热饭奔走，为一纸合同熬夜——他们说，这些都是分内的事。',
  '劳动者遇到难处先找谁？近日本报收到多封来信，现选登其中几封，请律师逐一答复。',
]

export const subheadings: readonly (readonly string[])[] = [
  ['难在开头', '钱从哪里来', '路还在修'],
  ['一张桌子四个人', '账算清了', '心也近了'],
  ['先试半年', '再签一纸约', '人留住了'],
  ['“老规矩”动不动', '谁说了算', '往后怎么走'],
  ['从一把钥匙开始', '第二次碰头', '门不再锁'],
  ['晚班的灯', '早班的粥', '班与班之间'],
  ['有人不信，有人观望', '有账可查，有据可依', '有苦同吃，有福同享'],
  ['缺一个懂行的人', '多一双看火的眼', '添一门傍身的艺'],
]

export type Signed = { readonly line: string; readonly authors: readonly string[] }

export const bylines: readonly Signed[] = [
  { line: '本报记者 乔安 通讯员 麦子', authors: ['乔安', '麦子'] },
  { line: '□ 佘小禾', authors: ['佘小禾'] },
  { line: '■本报通讯员 闻一舟', authors: ['闻一舟'] },
  { line: '沙马阿各 本报记者 尹川', authors: ['沙马阿各', '尹川'] },
  { line: '江南工人报记者 柏桥', authors: ['柏桥'] },
  { line: '本报全媒体记者 卓玛央宗 实习生 夏至', authors: ['卓玛央宗', '夏至'] },
  { line: '文/鹿鸣', authors: ['鹿鸣'] },
  { line: '·郎月·', authors: ['郎月'] },
  { line: '特约记者 热合曼·吐尔地', authors: ['热合曼·吐尔地'] },
  { line: '◎ 本报记者 栗 园', authors: ['栗园'] },
  { line: '通讯员 岑岭 本报记者 苗青青', authors: ['岑岭', '苗青青'] },
  { line: '见习记者 阮一 本报记者 佟大为', authors: ['阮一', '佟大为'] },
]
