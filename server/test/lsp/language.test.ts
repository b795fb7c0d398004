import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { CodeLens, Hover } from 'vscode-languageserver'
import type { Translations } from '../../src/messages/translate.ts'
import { rules } from '../../src/rules/index.ts'
import { createService } from '../../src/service.ts'
import { address, type Editor, startEditor } from './editor.ts'

const german: Translations = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../l10n/bundle.l10n.de.json'), 'utf8'),
)

const report = [
  '# Postmortem: search is down',
  '',
  '## Issue Summary',
  '',
  'From 14:00 UTC to 15:00 UTC on 10 May 2024 nobody could search: the disk was full.',
  '',
  '## Timeline',
  '',
  '- 14:05 UTC - An alert was received.',
  '',
].join('\n')

let editor: Editor
afterEach(() => editor.close())

describe('the server', () => {
  it('speaks the language whose translations the editor brings', async () => {
    editor = await startEditor({}, undefined, undefined, {
      initializationOptions: { translations: german },
    })
    await editor.open(report)
    const messages = editor.diagnostics().map(({ message }) => message)
    expect(messages).toContain(
      'Der Abschnitt „Root Cause and Resolution“ fehlt. Füge ihn nach „Timeline“ ein.',
    )
    expect(await hoverOn('Timeline')).toMatch(/verlangt in der Vorlage Holberton\) · \d+ Wörter/)
    expect(await lenses()).toContain('Dauer: 1 h')
    const titles = (await editor.codeActions(everywhere())).map(({ title }) => title)
    expect(titles).toContain('Abschnitt „Root Cause and Resolution“ einfügen')
    expect(titles).toContain('section-missing in dieser Zeile abschalten')
  })

  it.each([
    ['de', 'Der Abschnitt „Root Cause and Resolution“ fehlt. Füge ihn nach „Timeline“ ein.'],
    [
      'fr',
      'La section «\u00a0Root Cause and Resolution\u00a0» manque. Ajoutez-la après «\u00a0Timeline\u00a0».',
    ],
  ])('speaks "%s" to an editor that brings no translations', async (locale, expected) => {
    editor = await startEditor({}, undefined, undefined, { locale })
    await editor.open(report)
    expect(editor.diagnostics().map(({ message }) => message)).toContain(expected)
  })

  it.each([{}, { locale: 'en' }, { locale: 'tlh' }, { initializationOptions: { translations: {} } }])(
    'speaks English to an editor that says %j',
    async (language) => {
      editor = await startEditor({}, undefined, undefined, language)
      await editor.open(report)
      expect(editor.diagnostics().map(({ message }) => message)).toContain(
        'The section "Root Cause and Resolution" is missing. Add it after "Timeline".',
      )
    },
  )

  it('speaks English rather than not at all where the translations are none', async () => {
    const initializationOptions = { translations: { now: 7 } } as unknown as { translations: Translations }
    editor = await startEditor({}, undefined, undefined, { initializationOptions })
    await editor.open(report)
    expect(editor.diagnostics().length).toBeGreaterThan(0)
  })
})

describe('every rule', () => {
  const fail = (message: string) => {
    throw new Error(message)
  }
  const service = createService({
    logger: { warn: fail, error: fail },
    clock: () => Date.UTC(2024, 5, 1, 12),
    translate: (message) =>
      typeof message === 'object' ? `«${message.english}»` : fail(`not a sentence: ${message}`),
  })

  it.each(rules)('$id says only what can be translated', ({ id, examples }) => {
    for (const { text } of [...examples.bad, ...examples.good]) {
      const findings = service.check(service.open(text))
      const said = findings.flatMap(({ message, related, fixes }) => [
        message,
        ...(related ?? []).map((each) => each.message),
        ...fixes.map(({ title }) => title),
      ])
      for (const each of said) expect(each, id).toMatch(/^«.*»$/s)
    }
  })
})

function everywhere() {
  const lines = report.split('\n').length
  return { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } }
}

async function hoverOn(title: string): Promise<string> {
  const line = report.split('\n').findIndex((text) => text.endsWith(title))
  const hover = await editor.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri: address },
    position: { line, character: 5 },
  })
  return JSON.stringify(hover?.contents)
}

async function lenses(): Promise<readonly (string | undefined)[]> {
  const found = await editor.connection.sendRequest<readonly CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: address },
  })
  return found.map(({ command }) => command?.title)
}
