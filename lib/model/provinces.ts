// The 34 province-level divisions in the order of their GB/T 2260 codes, with URL slugs, zones and map tiles.

/** Zone (大区), as in the everyday grouping of provinces; only used to order feeds. */
const zones = ['华北', '东北', '华东', '华中', '华南', '西南', '西北', '港澳台'] as const
type Zone = (typeof zones)[number]

/** Codes and names: GB/T 2260. Tiles are [row, column] on a 9 × 7 grid that stands for no border. */
export const provinces = [
  { code: '110000', name: '北京', short: '京', slug: 'beijing', zone: '华北', tile: [3, 6] },
  { code: '120000', name: '天津', short: '津', slug: 'tianjin', zone: '华北', tile: [4, 6] },
  { code: '130000', name: '河北', short: '冀', slug: 'hebei', zone: '华北', tile: [4, 5] },
  { code: '140000', name: '山西', short: '晋', slug: 'shanxi', zone: '华北', tile: [4, 4] },
  { code: '150000', name: '内蒙古', short: '蒙', slug: 'neimenggu', zone: '华北', tile: [3, 4] },
  { code: '210000', name: '辽宁', short: '辽', slug: 'liaoning', zone: '东北', tile: [3, 7] },
  { code: '220000', name: '吉林', short: '吉', slug: 'jilin', zone: '东北', tile: [2, 7] },
  { code: '230000', name: '黑龙江', short: '黑', slug: 'heilongjiang', zone: '东北', tile: [1, 7] },
  { code: '310000', name: '上海', short: '沪', slug: 'shanghai', zone: '华东', tile: [6, 7] },
  { code: '320000', name: '江苏', short: '苏', slug: 'jiangsu', zone: '华东', tile: [6, 6] },
  { code: '330000', name: '浙江', short: '浙', slug: 'zhejiang', zone: '华东', tile: [7, 6] },
  { code: '340000', name: '安徽', short: '皖', slug: 'anhui', zone: '华东', tile: [6, 5] },
  { code: '350000', name: '福建', short: '闽', slug: 'fujian', zone: '华东', tile: [8, 6] },
  { code: '360000', name: '江西', short: '赣', slug: 'jiangxi', zone: '华东', tile: [7, 5] },
  { code: '370000', name: '山东', short: '鲁', slug: 'shandong', zone: '华东', tile: [5, 6] },
  { code: '410000', name: '河南', short: '豫', slug: 'henan', zone: '华中', tile: [5, 5] },
  { code: '420000', name: '湖北', short: '鄂', slug: 'hubei', zone: '华中', tile: [6, 4] },
  { code: '430000', name: '湖南', short: '湘', slug: 'hunan', zone: '华中', tile: [7, 4] },
  { code: '440000', name: '广东', short: '粤', slug: 'guangdong', zone: '华南', tile: [8, 5] },
  { code: '450000', name: '广西', short: '桂', slug: 'guangxi', zone: '华南', tile: [8, 4] },
  { code: '460000', name: '海南', short: '琼', slug: 'hainan', zone: '华南', tile: [9, 4] },
  { code: '500000', name: '重庆', short: '渝', slug: 'chongqing', zone: '西南', tile: [6, 3] },
  { code: '510000', name: '四川', short: '川', slug: 'sichuan', zone: '西南', tile: [6, 2] },
  { code: '520000', name: '贵州', short: '贵', slug: 'guizhou', zone: '西南', tile: [7, 3] },
  { code: '530000', name: '云南', short: '云', slug: 'yunnan', zone: '西南', tile: [7, 2] },
  { code: '540000', name: '西藏', short: '藏', slug: 'xizang', zone: '西南', tile: [5, 1] },
  { code: '610000', name: '陕西', short: '陕', slug: 'shaanxi', zone: '西北', tile: [5, 4] },
  { code: '620000', name: '甘肃', short: '甘', slug: 'gansu', zone: '西北', tile: [4, 2] },
  { code: '630000', name: '青海', short: '青', slug: 'qinghai', zone: '西北', tile: [5, 2] },
  { code: '640000', name: '宁夏', short: '宁', slug: 'ningxia', zone: '西北', tile: [4, 3] },
  { code: '650000', name: '新疆', short: '新', slug: 'xinjiang', zone: '西北', tile: [4, 1] },
  { code: '710000', name: '台湾', short: '台', slug: 'taiwan', zone: '港澳台', tile: [8, 7] },
  { code: '810000', name: '香港', short: '港', slug: 'hongkong', zone: '港澳台', tile: [9, 6] },
  { code: '820000', name: '澳门', short: '澳', slug: 'macao', zone: '港澳台', tile: [9, 5] },
] as const satisfies readonly {
  code: string
  name: string
  short: string
  slug: string
  zone: Zone
  tile: readonly [number, number]
}[]

type Province = (typeof provinces)[number]
export type ProvinceName = Province['name']
