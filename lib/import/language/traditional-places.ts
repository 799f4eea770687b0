// Traditional characters of place names with their simplified forms, and the places that are written so.
// The pairs are those of OpenCC (opencc-js 1.4, Hong Kong, Taiwan and standard forms) for the characters of GB/T 2260.

const pairs = `
級级 縣县 東东 區区 陽阳 豐丰 澱淀 門门 頭头 溝沟 順顺 義义 興兴 懷怀 雲云 慶庆 開开 紅红 橋桥 麗丽 寶宝 濱滨 寧宁 靜静 薊蓟 莊庄
長长 華华 陘陉 礦矿 欒栾 靈灵 壽寿 澤泽 贊赞 無无 極极 趙赵 晉晋 樂乐 術术 產产 業业 發发 環环 園园 潤润 灤滦 遷迁 蘆芦 經经 濟济
漢汉 島岛 關关 撫抚 龍龙 滿满 盧卢 鄲郸 叢丛 復复 峯峰 鄉乡 臨临 雞鸡 廣广 館馆 內内 堯尧 宮宫 競竞 蓮莲 淶涞 國国 張张 萬万 禮礼
來来 雙双 鷹鹰 營营 寬宽 圍围 場场 滄沧 運运 鹽盐 肅肃 吳吴 獻献 黃黄 驊骅 間间 廠厂 棗枣 強强 饒饶 嶺岭 婁娄 煩烦 轉转 綜综 範范
榮荣 岡冈 鎮镇 渾浑 黨党 壺壶 魯鲁 陰阴 應应 權权 遙遥 聞闻 絳绛 陸陆 嵐岚 風风 勝胜 馬马 呂吕 離离 樓楼 賽赛 爾尔 侖仑 達达 聯联
烏乌 灣湾 騰腾 遼辽 後后 庫库 倫伦 準准 錦锦 審审 貝贝 賚赉 諾诺 陳陈 裏里 蘭兰 額额 納纳 彥彦 資资 涼凉 錫锡 連连 蘇苏 僕仆 鑲镶
藍蓝 蓋盖 會会 鐵铁 於于 崗岗 巖岩 賓宾 鳳凤 鮁鲅 魚鱼 邊边 細细 聖圣 偉伟 燈灯 盤盘 窪洼 銀银 圖图 調调 綏绥 綠绿 農农 樹树 淨净
車车 樺桦 輝辉 鮮鲜 羅罗 餘余 們们 琿珲 齊齐 鋒锋 訥讷 恆恒 鶴鹤 蘿萝 鴨鸭 賢贤 誼谊 薩萨 讓让 蔭荫 湯汤 進进 遠远 愛爱 稜棱 遜逊
孫孙 瑪玛 匯汇 楊杨 閔闵 鄴邺 棲栖 賈贾 銅铜 鍾钟 壇坛 倉仓 啓启 贛赣 漣涟 響响 揚扬 儀仪 徵征 郵邮 醫医 藥药 幹干 蕭萧 廬庐 錢钱
甌瓯 蒼苍 潯浔 紹绍 諸诸 遊游 縉缙 瑤瑶 蕪芜 鏡镜 鳩鸠 為为 謝谢 當当 塗涂 樅枞 觀观 嶽岳 潛潜 譙谯 潁颍 現现 碭砀 葉叶 渦涡 貴贵
涇泾 績绩 閩闽 廈厦 廂厢 嶼屿 將将 鯉鲤 獅狮 薌芗 詔诏 譜谱 灘滩 貢贡 猶犹 尋寻 峽峡 載载 鉛铅 橫横 歷历 萊莱 鋼钢 嶗崂 膠胶 嶧峄
兒儿 墾垦 煙烟 濰潍 兗兖 鄒邹 費费 單单 鄆郓 鄭郑 鞏巩 滎荥 實实 驗验 許许 澗涧 師师 頂顶 衞卫 郟郏 體体 獲获 陝陕 澠渑 鄧邓 溮浉
項项 駐驻 驛驿 輿舆 確确 礄硚 鄖郧 點点 軍军 歸归 荊荆 夢梦 監监 團团 蘄蕲 鹹咸 隨随 瀏浏 淥渌 暉晖 漵溆 瀘泸 從从 湞浈 鬥斗 禪禅
電电 壯壮 鬱郁 鳴鸣 疊叠 欽钦 綿绵 賀贺 憑凭 瓊琼 亞亚 羣群 邁迈 壩坝 墊垫 節节 崍崃 簡简 敍叙 藺蔺 劍剑 閣阁 夾夹 隴陇 閬阆 鄰邻
鎣蓥 爐炉 覺觉 務务 習习 畢毕 織织 貞贞 謨谟 冊册 凱凯 勻匀 甕瓮 獨独 祿禄 勸劝 衝冲 瀾澜 謀谋 個个 舊旧 彌弥 硯砚 疇畴 臘腊 頗颇
維维 創创 則则 結结 聶聂 類类 錯错 閻阎 韓韩 麥麦 積积 兩两 剛刚 雜杂 稱称 謙谦 員员 鹼碱 壘垒 輪轮 碩硕 藴蕴 鑼锣 總总 學学 臺台
溫温 裡里 啟启 衛卫 臥卧 稅税 敘叙 脫脱 蘊蕴 爲为
`

const simplified: ReadonlyMap<string, string> = new Map(
  pairs
    .trim()
    .split(/\s+/)
    .map(pair => [pair.slice(0, 1), pair.slice(1)]),
)

/** The text with the characters of place names simplified; its length stays. */
export const simplifyPlaces = (text: string): string => {
  let plain = ''
  for (let at = 0; at < text.length; at++) plain += simplified.get(text[at] ?? '') ?? text[at]
  return plain
}

/** Districts of Hong Kong and Macau and the cities and counties of Taiwan, which GB/T 2260 does not divide further. */
export const beyond: readonly (readonly [province: '香港' | '澳门' | '台湾', names: string])[] = [
  [
    '香港',
    '九龙 新界 港岛 维港 维多利亚港 中环 湾仔 铜锣湾 柴湾 将军澳 油尖旺 旺角 尖沙咀 深水埗 黄大仙 观塘 土瓜湾 葵青 荃湾 屯门 元朗 沙田区 西贡区 大屿山 香港岛',
  ],
  ['澳门', '氹仔 路环 澳门半岛'],
  [
    '台湾',
    '台北 新北市 桃园市 台中 台南 高雄 基隆 新竹 嘉义市 嘉义县 宜兰 苗栗 彰化 南投 云林县 屏东 台东 花莲 澎湖 金门县 马祖',
  ],
]
