import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Position, PublishDiagnosticsParams } from 'vscode-languageserver'
import { chooseEncoding, createPositionEncoder } from '../../src/lsp/positions.ts'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { anyString } from '../anyString.ts'
import { address, type Editor, startEditor } from './editor.ts'

type Encoding = 'utf-8' | 'utf-16' | 'utf-32'

const encodings: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32']

/** How long a text is for an editor that counts in the encoding. */
const lengths: Readonly<Record<Encoding, (text: string) => number>> = {
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
}

const isInside = (text: string, offset: number) => (text.codePointAt(offset - 1) ?? 0) > 0xffff

describe('the position encoding', () => {
  it("is the editor's first choice among those that there are", () => {
    const choose = (...positionEncodings: string[]) => chooseEncoding({ general: { positionEncodings } })
    expect(choose('utf-8', 'utf-16')).toBe('utf-8')
    expect(choose('utf-7', 'utf-32', 'utf-16')).toBe('utf-32')
    expect(choose('utf-7')).toBe('utf-16')
    expect(choose('toString')).toBe('utf-16')
    expect(chooseEncoding({})).toBe('utf-16')
  })

  it.each(encodings)('counts what is before a character of its line, in %s', (encoding) => {
    fc.assert(
      fc.property(anyString(40), (text) => {
        const markdown = MarkdownDocument.from(text)
        const positions = createPositionEncoder(encoding)(markdown)
        for (let offset = 0; offset <= text.length; offset += 1) {
          const { line, character } = markdown.positionAt(offset)
          const whole = isInside(text, offset) ? offset - 1 : offset
          const start = markdown.offsetAt({ line, character: 0 })
          const kept = encoding === 'utf-16' ? offset : whole
          expect(positions.positionAt(offset)).toEqual({
            line,
            character: lengths[encoding](text.slice(start, Math.min(kept, start + character))),
          })
        }
      }),
    )
  })

  it.each(encodings)('finds the character again, in %s', (encoding) => {
    fc.assert(
      fc.property(anyString(40), (text) => {
        const markdown = MarkdownDocument.from(text)
        const positions = createPositionEncoder(encoding)(markdown)
        for (let offset = 0; offset <= text.length; offset += 1) {
          const isPlace = markdown.offsetAt(markdown.positionAt(offset)) === offset
          if (isPlace && !isInside(text, offset))
            expect(positions.offsetAt(positions.positionAt(offset))).toBe(offset)
        }
      }),
    )
  })

  it('takes a position inside a character for the one before it, and one past the line for its end', () => {
    const positions = createPositionEncoder('utf-8')(MarkdownDocument.from('é€😀!\nnext'))
    const offsets = [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 99].map((character) =>
      positions.offsetAt({ line: 0, character }),
    )
    expect(offsets).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 4, 5, 5])
  })
})

describe('an editor that does not count in UTF-16', () => {
  const title = '# Postmortem: Zürich 😀 café'
  const summary =
    '- **Duration:** “😀” 13:10 to 14:00 UTC on February 3, 2026, <!-- postmortem-disable-line length-report -->'
  const timeline = '- 13:10 UTC – 😀 “It broke” for Zoë.\n- 13:05 UTC – ÉÉ 😀 {{what happened}}.'
  const text = `---\npostmortem:\n  severity: SEV1\n---\n${title}\n\n## Issue Summary\n\n${summary}\n\n## Timeline\n\n${timeline}\n`
  const team = 'file:///.postmortem.yml'
  const teamText = 'rules: { "é😀": off, sectoin-missing: off }\n'

  const editors: Editor[] = []
  afterEach(() => {
    for (const editor of editors.splice(0)) editor.close()
  })

  /** Everything that an editor hears in one session, with its positions as offsets. */
  async function hear(encoding: Encoding): Promise<unknown> {
    const editor = await startEditor({
      general: { positionEncodings: [encoding] },
      experimental: { postmortem: true },
      textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
      workspace: { workspaceEdit: { resourceOperations: ['create'], snippetEditSupport: true } },
    })
    editors.push(editor)
    expect(editor.capabilities.positionEncoding).toBe(encoding)
    let content = text
    const at = (offset: number, of = content): Position => {
      const lines = of.slice(0, offset).split('\n')
      return { line: lines.length - 1, character: lengths[encoding](lines.at(-1) as string) }
    }
    const back = ({ line, character }: Position, of: string): number => {
      const lines = of.split('\n')
      const before = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0)
      const own = lines[line] as string
      // The last one, because half a character may count like a whole one.
      const index = [...Array(own.length + 1).keys()].findLast(
        (each) => lengths[encoding](own.slice(0, each)) === character,
      )
      if (index === undefined) throw new Error(`${character} is no place in "${own}"`)
      return before + index
    }
    const decode = (value: unknown, of = content): unknown => {
      if (Array.isArray(value)) return value.map((each) => decode(each, of))
      if (typeof value !== 'object' || value === null) return value
      if ('line' in value && 'character' in value) return back(value as Position, of)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decode(each, of)]))
    }
    const rangeOf = (found: string, of = content) => {
      const start = of.indexOf(found)
      return { start: at(start, of), end: at(start + found.length, of) }
    }
    const replace = (found: string, by: string, of: string) => ({
      change: { range: rangeOf(found, of), text: by },
      text: of.replace(found, by),
    })
    const edit = async (uri: string, before: string, version: number, ...steps: [string, string][]) => {
      let now = before
      const contentChanges = steps.map(([found, by]) => {
        const { change, text } = replace(found, by, now)
        now = text
        return change
      })
      await editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      })
      await editor.settle()
      return now
    }

    await editor.open(content)
    content = await edit(
      address,
      content,
      2,
      ['Zürich 😀', '😀😀 Genève'],
      ['Genève café', 'Köln'],
      ['“It', '‘It'],
    )
    const textDocument = { uri: address }
    const ask = async (method: string, params: object = {}) =>
      decode(await editor.connection.sendRequest(`textDocument/${method}`, { textDocument, ...params }))
    const everything = { start: at(0), end: at(content.length) }
    const context = { diagnostics: [] }
    const answers = [
      decode(editor.diagnostics()),
      decode(editor.told('postmortem/outline')),
      await ask('hover', { position: rangeOf('14:00').end }),
      await ask('inlayHint', { range: everything }),
      await ask('codeAction', { range: rangeOf('13:05 UTC – ÉÉ 😀'), context }),
      await ask('selectionRange', { positions: [rangeOf('ÉÉ').end] }),
      await ask('documentLink'),
      await ask('codeLens'),
      await ask('foldingRange'),
      await ask('completion', { position: rangeOf('severity: SEV').end }),
    ]
    const custom = async (method: string, params: object) =>
      decode(await editor.connection.sendRequest(`postmortem/${method}`, { uri: address, ...params }))
    answers.push(
      await custom('placeholders', {}),
      await custom('sortTimeline', {}),
      await custom('insertSections', { sections: 'all-missing' }),
      await custom('countSelection', { ranges: [rangeOf('‘It broke” for Zoë')] }),
    )

    const opened = { uri: team, languageId: 'yaml', version: 1, text: teamText }
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument: opened })
    await editor.settle()
    const changed = await edit(team, teamText, 2, ['é😀', 'ü😀😀'], ['off', '"off"'])
    const published = editor.told<PublishDiagnosticsParams>('textDocument/publishDiagnostics').at(-1)
    expect(published?.uri).toBe(team)
    const range = { start: at(0, changed), end: at(changed.length, changed) }
    answers.push(
      decode(published, changed),
      decode(
        await editor.connection.sendRequest('textDocument/codeAction', {
          textDocument: { uri: team },
          range,
          context,
        }),
        changed,
      ),
    )
    expect(answers.filter((each) => each === null || (Array.isArray(each) && each.length === 0))).toEqual([])
    return answers
  }

  it.each(['utf-8', 'utf-32'] as const)('hears the same at the same places, in %s', async (encoding) => {
    expect(await hear(encoding)).toEqual(await hear('utf-16'))
  })
})
