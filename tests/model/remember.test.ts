// What is remembered is what would be answered, for the questions that were asked last.
import { expect, it } from 'vitest'
import { remember } from '#lib/model/remember'

it('answers again what was asked lately, and asks for what was not', () => {
  const asked: string[] = []
  const answer = remember(
    2,
    (text: string, times: number) => `${text} ${times}`,
    (text, times) => {
      asked.push(text)
      return text.repeat(times)
    },
  )
  expect([answer('甲', 2), answer('乙', 1), answer('甲', 2)]).toEqual(['甲甲', '乙', '甲甲'])
  expect(asked).toEqual(['甲', '乙'])
  // 乙 was asked longer ago than 甲, so it goes first.
  answer('丙', 1)
  answer('甲', 2)
  answer('乙', 1)
  expect(asked).toEqual(['甲', '乙', '丙', '乙'])
})
