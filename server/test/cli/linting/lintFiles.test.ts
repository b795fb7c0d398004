import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../runs.ts'
import { complete, incomplete, misspelt, onlyRules } from '../reports.ts'
import { makeFolder, makeFolderForTest, postmortem } from '../terminal.ts'
import { startBrokenThread, startThreadHere } from './threads.ts'

const configuration = onlyRules('section-missing', 'section-title-misspelt')
const threads = { startThread: startThreadHere, processors: 3 }

const contents = [
  complete,
  incomplete,
  misspelt,
  '# Shopping\n\n- bread\n',
  `---\npostmortem: { template: publik }\n---\n${complete}`,
  Buffer.from([0xff, 0xfe, 0x00]),
]

/** Enough files that threads are used, some of them below a broken configuration. */
const manyFiles = fc
  .array(fc.record({ content: fc.constantFrom(...contents), folder: fc.constantFrom('a', 'b', 'c/d') }), {
    minLength: 41,
    maxLength: 46,
  })
  .map((files) => ({
    '.postmortem.yml': configuration,
    'b/.postmortem.yml': `${configuration}colour: red\n`,
    ...Object.fromEntries(files.map(({ content, folder }, index) => [`${folder}/${index}.md`, content])),
  }))

describe('linting in threads', () => {
  it('writes byte for byte what linting in one thread writes', async () => {
    const formats = fc.constantFrom('text', 'json', 'sarif', 'github')
    const options = fc.constantFrom(
      '',
      ' --severity warning',
      ' --rule section-missing=off',
      ' --template public',
    )
    await fc.assert(
      fc.asyncProperty(manyFiles, formats, options, async (files, format, more) => {
        const folder = makeFolderForTest(files)
        const lint = (world: object) => postmortem(`lint --format ${format}${more} .`, { folder, ...world })
        expect(await lint(threads)).toEqual(await lint({}))
      }),
      { numRuns: runs(2) },
    )
  })

  it('is left to this thread where there are few files, one processor, or something to fix', async () => {
    const startThread = () => {
      throw new Error('There is no need for a thread.')
    }
    const few = makeFolder({ 'a.md': incomplete, 'b.md': misspelt })
    expect((await postmortem('lint', { folder: few, startThread, processors: 8 })).errors).toBe('')
    const folder = manyReports()
    expect((await postmortem('lint', { folder, startThread, processors: 1 })).errors).toBe('')
    const { errors } = await postmortem('lint --fix', { folder, startThread, processors: 8 })
    expect(errors).toBe('Fixed 50 findings in 50 files.\n')
  })

  it('goes on without the document that ends a thread for lack of memory', async () => {
    const error = Object.assign(new Error('Out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
    let started = 0
    const startThread = (data: object) => {
      started += 1
      return started === 1 ? startBrokenThread(error) : startThreadHere(data)
    }
    const { status, output, errors } = await postmortem('lint --format json', {
      folder: manyReports(),
      startThread,
      processors: 2,
    })
    expect(errors).toBe('postmortem: "00.md" cannot be checked: it needs too much memory.\n')
    expect(status).toBe(2)
    const files: { file: string; findings: object[] }[] = JSON.parse(output)
    expect(files.map(({ file }) => file)).toEqual(names.slice(1))
    expect(files.every(({ findings }) => findings.length === 1)).toBe(true)
  })

  it('falls back to this thread where none can be started', async () => {
    const folder = manyReports()
    const startThread = () => startBrokenThread(new Error('Threads are not allowed here.'))
    const outcome = await postmortem('lint', { folder, startThread, processors: 4 })
    expect(outcome).toEqual(await postmortem('lint', { folder }))
    expect(outcome.errors).toBe('')
  })
})

const names = Array.from({ length: 50 }, (_, index) => `${String(index).padStart(2, '0')}.md`)

function manyReports(): string {
  return makeFolderForTest({
    '.postmortem.yml': configuration,
    ...Object.fromEntries(names.map((name) => [name, misspelt])),
  })
}
