// A made-up page that the importer is known to read wrongly in ten places, and how each is told in the file of its article.

export const plantedPage = `山海工报 2031年5月12日 第03版

焊花落在饭桌旁
山海总工会把夜校办进码头食堂
　　本报讯（记者林溪）晚上七点，山西省大同市的码头食堂亮起一排白炽灯。四十多名焊工围坐在长桌旁，听老师傅讲立焊的手法，一直讲到十点。
　　船厂工会主席柏青说，夜校开了五个月，已有二百多人登记，其中四十人拿到了证书。
　　教室是食堂，课桌是饭桌。师傅们把焊枪摆在中间，谁想试就站起来试，试坏了的钢板堆在门口，第二天回炉。
　　天冷以后课堂搬进了维修修车间，暖气费由工会出，只盼着灯一直亮着。

江边灯火
凉亭修在公交站旁
　　夏天最热的时候，环卫工人老顾在公交站旁等车，身边没有一棵树。
　　今年六月，区里的工会在站旁修了一座凉亭，放了两张长椅和一个水桶，牌子上写着
　　路过的司机师傅也进来歇脚，水桶每天换两次，换水的是对面修车铺的伙计。
　　老顾说，明年还要再修一座。
　　方舟，写自山海江边。

南来的师傅们
　　厂里的师傅多是湖南人。湖南衡阳的老周、湖南邵阳的小郭、湖南永州的阿蒋，三个人管着一条线。
　　这家厂在广东佛山，去年工会给每个班组配了一个工具柜，钥匙挂在柜门上，谁用谁登记。
　　工具柜不上锁以后，丢的东西反而少了。
　　本报地址：山海市江边路七号，读者来访请走东门。
　　读报的人也多起来。厂门口的报栏每天换两次报，早班的人看头版，晚班的人看副刊，一份报纸能看到起毛边。

退休以后
　　2031年5月9日　星期五
　　退休的质检员冯秀兰今天回车间坐了一个上午，她不挣钱，也不签到，只看年轻人量尺寸。
　　她带来一个旧卡尺，刻度磨得发亮，年轻人一个个传着看，谁也没有说话。

一条旧消息
　　七路车的早班车从今天起提前十分钟，赶早班的人不用再跑。
`

/** An article by its number, and words of its file. */
type Words = readonly [article: string, words: string]

export type PlantedFault = { readonly name: string; readonly wrong: Words; readonly right: readonly Words[] }

/** `wrong` is in the file as it is imported, and nowhere when it is mended; then `right` is. What is split off is 05. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'two lines of a heading: the title read as a column, the subtitle as the title',
    wrong: ['01', 'column: "焊花落在饭桌旁"'],
    right: [
      ['01', 'title: "焊花落在饭桌旁"'],
      ['01', 'subtitle: "山海总工会把夜校办进码头食堂"'],
    ],
  },
  {
    name: 'a character that is there twice',
    wrong: ['01', '搬进了维修修车间'],
    right: [['01', '搬进了维修车间']],
  },
  {
    name: 'a column read as a kicker',
    wrong: ['02', 'kicker: "江边灯火"'],
    right: [['02', 'column: "江边灯火"']],
  },
  {
    name: 'two paragraphs joined',
    wrong: ['02', '牌子上写着路过的'],
    right: [['02', '牌子上写着\n\n路过的司机']],
  },
  {
    name: 'a credit read as text',
    wrong: ['02', '\n方舟，写自山海江边。'],
    right: [['02', 'signature: "方舟，写自山海江边。"']],
  },
  {
    name: 'an article that goes on as a part of the one before it',
    wrong: ['02', '## 南来的师傅们'],
    right: [['05', 'title: "南来的师傅们"']],
  },
  {
    name: 'the province that people come from, not the one they work in',
    wrong: ['02', 'provinces: ["湖南"]'],
    right: [
      ['05', 'provinces: ["广东"]'],
      ['05', 'cities: ["佛山"]'],
    ],
  },
  {
    name: 'words of the paper itself amid the text',
    wrong: ['02', '本报地址'],
    right: [['05', '反而少了。\n\n读报的人']],
  },
  {
    name: 'a line of the text that was left out',
    wrong: ['03', 'lines: ["25", "27-28"]'],
    right: [['03', '2031年5月9日　星期五\n\n退休的质检员']],
  },
  { name: 'no topic', wrong: ['03', 'title: "退休以后"\nlines'], right: [['03', 'topic: "职工服务与帮扶"']] },
]
