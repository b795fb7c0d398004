import { expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

it('a comment at one image without alt text silences this one, and not the others', () => {
  const image = (name: string) => `![](https://shop.dev/${name}.png)\n\n`
  const silence = '<!-- postmortem-disable-next-line image-alt-missing -->\n'
  const text = `# Postmortem: slow pages\n\n${silence}${image('time')}${image('errors')}${image('load')}`
  const found = findingsIn(text).filter(({ rule }) => rule === 'image-alt-missing')
  expect(found.map(({ message, range }) => [String(message), text.slice(range.start, range.end)])).toEqual([
    [
      '2 images have no alt text of their own. Say in a few words what each shows.',
      '![](https://shop.dev/errors.png)',
    ],
  ])
})
