// Cities that an editor wrote: known, near a known one, or in another province.
import { expect, it } from 'vitest'
import { cityFaults } from '#lib/import/language/city-check'
import type { ProvinceName } from '#lib/model/provinces'

const saysOf = (city: string, ...provinces: readonly ProvinceName[]) =>
  cityFaults({ cities: [city], provinces }).map(({ rule, message }) => `${rule} ${message}`)

it.each([
  ['延安', '陕西'],
  ['成都', '四川'],
  ['胶州', '山东'],
  ['岫岩', '辽宁'],
  ['浦东', '上海'],
] as const)('knows %s in %s', (city, province) => expect(saysOf(city, province)).toEqual([]))

it('asks whether a near name is meant', () =>
  expect(saysOf('延按', '陕西')).toEqual([
    'city-unknown 写的是“延按”，没有这个市县，是不是“延安”或“延长”或“延川”？',
  ]))

it('says where a city is that another province is given for', () =>
  expect(saysOf('延安', '四川')[0]).toMatch(/city-elsewhere “延安”在陕西，provinces 写的是四川/))

it('lets a town pass that no list has', () => expect(saysOf('白沙泉小镇', '浙江')).toEqual([]))

it('lets a city pass where no province is given', () => expect(saysOf('成都')).toEqual([]))
