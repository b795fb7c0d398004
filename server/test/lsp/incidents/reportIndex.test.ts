import type { LibraryState, ReportFile, ReportTextRequest } from '@postmortem/shared/incidents'
import { defaultSettings } from '@postmortem/shared/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FolderConfigurations } from '../../../src/lsp/incidents/folderConfigurations.ts'
import { ReportIndex } from '../../../src/lsp/incidents/reportIndex.ts'
import type { OpenDocument } from '../../../src/openDocument.ts'
import { createService } from '../../../src/service.ts'

const quiet = { warn: () => {}, error: () => {} }

/** A workspace whose files are in memory, and the index of its reports. */
function workspace() {
  const service = createService({ logger: quiet, clock: () => 0 })
  const texts = new Map<string, string>()
  const open = new Map<string, OpenDocument>()
  const states: LibraryState[] = []
  const readings: string[] = []
  let [template, clock, held] = ['auto', 0, Promise.resolve()]
  let waysGiven = 0
  const index = new ReportIndex({
    service: {
      open: (text, surroundings) => {
        readings.push(surroundings?.address ?? '')
        return service.open(text, surroundings)
      },
    },
    configurations: new FolderConfigurations(async () => ({
      settings: { ...defaultSettings, template },
      found: null,
    })),
    readText: async (uri): Promise<ReportTextRequest.Result> => {
      const text = texts.get(uri)
      return text === undefined ? { unread: 'It is larger than 2 MB.' } : { text }
    },
    openDocument: (uri) => open.get(uri),
    giveWay: () => {
      waysGiven += 1
      return held
    },
    now: () => {
      clock += 100
      return clock
    },
    onError: () => 'It failed.',
    onChange: (state) => states.push(state),
  })
  const files = () => [...texts.keys()].map(toFile)
  return {
    index,
    texts,
    states,
    files,
    service,
    open,
    /** Ends when nothing is left to be read. */
    read: () => index.read(files()),
    settle: async () => {
      while (index.state().isReading) await Promise.resolve()
    },
    /** The files that were read since this was last called. */
    takeReadings: () => readings.splice(0).map(nameOf),
    /** How often the index gave way since this was last called. */
    takeWaysGiven: () => {
      const given = waysGiven
      waysGiven = 0
      return given
    },
    chooseTemplate: (id: string) => {
      template = id
    },
    hold: () => {
      let release = () => {}
      held = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
  }
}

const nameOf = (uri: string) => uri.slice('file:///team/'.length)
const toFile = (uri: string): ReportFile => ({ uri, name: nameOf(uri) })
const uriOf = (name: string) => `file:///team/${name}`

const reportOn = (title: string) =>
  `# Postmortem: ${title}\n\n## Timeline\n\n- 2026-03-14 09:05 UTC - It broke.\n`

async function workspaceOf(count: number) {
  const made = workspace()
  for (let number = 0; number < count; number += 1)
    made.texts.set(uriOf(`${number}/report.md`), reportOn(`outage ${number}`))
  await made.read()
  made.takeReadings()
  return made
}

describe('the index of all reports', () => {
  it('knows the incidents of every report, and nothing of other documents', async () => {
    const { texts, read, index } = workspace()
    texts.set(uriOf('mail.md'), reportOn('mail is late'))
    texts.set(uriOf('README.md'), '# How to build this\n\nRun it.\n')
    await read()
    expect(index.incidents().map(({ file, title }) => `${file}: ${title}`)).toEqual(['mail.md: Mail is late'])
    expect(index.state()).toEqual({ reports: 1, files: 2, filesRead: 2, isReading: false })
  })

  it('gives way the more often the longer a report is', async () => {
    const { texts, read, takeWaysGiven } = workspace()
    const waysGivenFor = async (paragraphs: number) => {
      texts.set(uriOf('mail.md'), `${reportOn('mail is late')}${'\nThe queue grew.\n'.repeat(paragraphs)}`)
      await read()
      return takeWaysGiven()
    }
    expect(await waysGivenFor(1000)).toBeGreaterThan(await waysGivenFor(1))
  })

  it('reads exactly the one file again that was changed', async () => {
    const { texts, index, settle, takeReadings } = await workspaceOf(40)
    texts.set(uriOf('7/report.md'), reportOn('another outage'))
    index.change([toFile(uriOf('7/report.md'))], [])
    await settle()
    expect(takeReadings()).toEqual(['7/report.md'])
    expect(index.incidents().map(({ title }) => title)).toContain('Another outage')
  })

  it('reads nothing again whose text and configuration are the same', async () => {
    const { read, index, settle, takeReadings, chooseTemplate } = await workspaceOf(5)
    await read()
    index.configurationChanged()
    await settle()
    expect(takeReadings()).toEqual([])
    chooseTemplate('google-sre')
    index.configurationChanged()
    await settle()
    expect(takeReadings()).toHaveLength(5)
  })

  it('takes an open document from the editor, saved or not', async () => {
    const { index, service, open, settle, takeReadings, states } = await workspaceOf(3)
    const uri = uriOf('1/report.md')
    const document = service.open(reportOn('outage 1'))
    open.set(uri, document)
    index.follow(uri)
    await settle()
    const announced = states.length
    document.edit([{ start: document.markdown.length, end: document.markdown.length, text: '\n' }])
    index.follow(uri)
    await settle()
    expect([states.length, takeReadings()]).toEqual([announced, []])
    document.edit([{ start: 14, end: 20, text: 'failure' }])
    index.follow(uri)
    await settle()
    expect(index.incidents().map(({ title }) => title)).toContain('Failure 1')
    open.delete(uri)
    index.follow(uri)
    await settle()
    expect(index.incidents().map(({ title }) => title)).toContain('Outage 1')
  })

  it('follows no document that is not a file of the workspace', async () => {
    const { index, service, open, settle } = await workspaceOf(1)
    open.set('untitled:report', service.open(reportOn('a note')))
    index.follow('untitled:report')
    await settle()
    expect(index.incidents()).toHaveLength(1)
  })

  it('forgets a file that was deleted, and all files in a folder that was', async () => {
    const { index, states } = await workspaceOf(3)
    index.change([], [uriOf('1/report.md'), uriOf('2')])
    expect(index.incidents().map(({ file }) => file)).toEqual(['0/report.md'])
    expect(states.at(-1)).toMatchObject({ reports: 1, files: 1, isReading: false })
    index.change([], [uriOf('0/rep')])
    expect(index.incidents()).toHaveLength(1)
  })

  it('lists a file that cannot be read, with the reason, until it can', async () => {
    const { index, texts, settle } = await workspaceOf(1)
    const file = toFile(uriOf('large.md'))
    index.change([file], [])
    await settle()
    expect(index.unread()).toEqual([{ ...file, reason: 'It is larger than 2 MB.' }])
    texts.set(file.uri, reportOn('much'))
    index.change([file], [])
    await settle()
    expect([index.unread(), index.incidents().length]).toEqual([[], 2])
  })

  it('stops when it is told to, says how far it got, and reads the rest when asked again', async () => {
    const { texts, index, files, read, hold } = workspace()
    for (let number = 0; number < 50; number += 1) texts.set(uriOf(`${number}.md`), reportOn(`no. ${number}`))
    const release = hold()
    const reading = index.read(files())
    expect(index.state()).toMatchObject({ files: 50, isReading: true })
    index.stop()
    release()
    const { filesRead, isReading } = await reading
    expect(isReading).toBe(false)
    expect(filesRead).toBeLessThan(50)
    expect((await read()).filesRead).toBe(50)
  })

  it('announces while it reads how far it is, and at the end that it is done', async () => {
    const { states } = await workspaceOf(40)
    expect(states.length).toBeGreaterThan(2)
    expect(states.map(({ filesRead }) => filesRead)).toEqual(
      states.map(({ filesRead }) => filesRead).sort((one, other) => one - other),
    )
    expect(states.at(-1)).toEqual({ reports: 40, files: 40, filesRead: 40, isReading: false })
  })

  it('is the same after any history of files as if they were read anew', async () => {
    const change = fc.record({ file: fc.integer({ min: 0, max: 4 }), text: fc.integer({ min: -1, max: 3 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 12 }),
        fc.integer({ min: 0, max: 9 }),
        async (all, wait) => {
          const lived = workspace()
          await lived.read()
          for (const [step, { file, text }] of all.entries()) {
            const uri = uriOf(`${file % 2}/${file}.md`)
            if (text === -1) {
              lived.texts.delete(uri)
              lived.index.change([], [uri])
            } else {
              lived.texts.set(uri, text === 3 ? 'No report.\n' : reportOn(`no. ${text}`))
              lived.index.change([toFile(uri)], [])
            }
            if (step % 10 === wait) await lived.settle()
          }
          await lived.settle()
          const fresh = workspace()
          for (const [uri, text] of lived.texts) fresh.texts.set(uri, text)
          await fresh.read()
          const known = (of: typeof lived) =>
            [...of.index.incidents()].map((each) => JSON.stringify(each)).sort()
          expect(known(lived)).toEqual(known(fresh))
        },
      ),
      { numRuns: 15 },
    )
  })
})
