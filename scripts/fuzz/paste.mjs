import { loadSource } from '../loadSource.mjs'
import { pieces, report } from './material.mjs'

const formats = [
  ...[
    'Ann  10:05 AM\n',
    '[10:05] Ann: ',
    'Ann\n  10:05\n',
    'Today at 10:05\n',
    ':fire: ',
    '@ann ',
    '<@U123> ',
  ],
  ...[
    'commit 0123456789abcdef\n',
    'Author: Ann <ann@shop.dev>\n',
    'Date:   Sat Mar 14 10:05:00 2026 +0000\n',
  ],
  ...['LAST SEEN   TYPE      REASON   OBJECT   MESSAGE\n', '5m   Warning   BackOff   pod/web   Back-off\n'],
  ...[
    '{"alerts":[',
    '{"startsAt":"2026-03-14T10:05:00Z",',
    '"annotations":{"summary":"a"}}',
    ']}',
    '[{"ts":"1773482700.0","text":"a"}]',
    '{"items":[]}',
  ],
]
const secret = 'hunter22hunter22'

/** Any text as a paste: it is put where the cursor is, and no secret comes along. */
export async function createKind() {
  const { createService, pasteAnywhere } = await loadSource({
    'server/src/service.ts': ['createService'],
    'server/src/features/paste/pasteTimeline.ts': ['pasteAnywhere'],
  })
  const fail = (message) => {
    throw new Error(message)
  }
  const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })
  return {
    make: (random) => ({
      text: random.text([...formats, ...formats, ...pieces], 40),
      at: random.below(report.length + 1),
    }),
    check: async ({ text, at }) => {
      try {
        const document = service.open(report)
        const paste = { text, now: Date.UTC(2026, 2, 14, 12), readerZone: 'UTC' }
        const edit = pasteAnywhere(document.report, { start: at, end: at }, paste)
        if (edit === null) return null
        if (edit.start < 0 || edit.end > report.length || edit.start > edit.end)
          return 'it is put outside the report'
        if (edit.text.includes(secret)) return 'a secret comes along'
        document.edit([edit])
        return document.report.recognition.postmortem ? null : 'the report is none any longer'
      } catch (error) {
        return `it throws: ${error.message}`
      }
    },
  }
}
