import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/checking/rule.ts'
import type { OpenDocument } from '../../src/openDocument.ts'
import { createService } from '../../src/service.ts'
import { templates } from '../../src/templates/index.ts'
import { renderReport } from '../../src/templates/render.ts'
import { defaultStyle, type Style, type TitleStyle } from '../../src/templates/style.ts'
import type { Template } from '../../src/templates/template.ts'
import { runs } from '../runs.ts'
import { apply } from './findings.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => Date.UTC(2024, 5, 1) })

const open = (text: string, { id }: Template): OpenDocument => service.open(text, { forcedTemplate: id })

/** What remains for the author when all is there: to fill it in. */
const authorsOwn = ['placeholder-left', 'length-report']
const others = (findings: readonly Finding[]) =>
  findings.filter(({ rule }) => !authorsOwn.includes(rule)).map(({ message }) => message)

const titleStyles: fc.Arbitrary<TitleStyle> = fc.oneof(
  fc.record({
    markup: fc.constant('atx' as const),
    level: fc.integer({ min: 2, max: 4 }),
    closed: fc.boolean(),
  }),
  fc.record({ markup: fc.constant('setext' as const), level: fc.constant(2 as const) }),
  fc.record({ markup: fc.constant('bold' as const), colon: fc.boolean() }),
)

const styles: fc.Arbitrary<Style> = fc.record({
  title: titleStyles,
  label: fc.constantFrom('bold' as const, 'plain' as const),
  bullet: fc.constantFrom('-' as const, '*' as const, '+' as const),
  lineEnding: fc.constantFrom('\n' as const, '\r\n' as const),
})

describe.each(templates.map((template) => [template.id, template] as const))(
  'the template %s',
  (_, template) => {
    it('is read back with every section that it has, in any style', () => {
      fc.assert(
        fc.property(styles, (style) => {
          const { report } = open(renderReport(template, style), template)
          expect(report.recognition.postmortem).toBe(true)
          expect(report.missing.map(({ id }) => id)).toEqual([])
        }),
        { seed: 20_240_510, numRuns: runs(7) },
      )
    })

    it('leaves only its placeholders and its length to the author', () => {
      const style: Style = {
        title: { markup: 'atx', level: 2, closed: false },
        label: 'bold',
        bullet: '-',
        lineEnding: '\n',
      }
      expect(others(service.check(open(renderReport(template, style), template)))).toEqual([])
    })

    it('has little more than its titles and labels, and no task, before its author has written any', () => {
      const { report } = open(renderReport(template, defaultStyle), template)
      const titles = report.lines.filter(({ line }) => line.heading !== null)
      const own = report.words - titles.reduce((sum, { line }) => sum + line.words, 0)
      expect(own).toBeLessThan(50)
      expect(report.actionItems).toEqual([])
    })

    it('completes a report that has only a title, by one quick fix', () => {
      for (const start of [
        '# Postmortem: disk full',
        '# Postmortem: disk full\n',
        '# Postmortem: disk full\r\n\r\n',
      ]) {
        const insert = service
          .check(open(start, template))
          .flatMap(({ fixes }) => fixes)
          .find(({ title }) => title.startsWith('Insert all'))
        const completed = open(apply(start, insert!.edits), template)
        expect(others(service.check(completed))).toEqual([])
        expect(completed.report.missing).toEqual([])
      }
    })
  },
)
