import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Root } from 'mdast'
import type { LeftOut } from '../../features/edition/cut.ts'
import { makePublicEdition } from '../../features/edition/edition.ts'
import { editionMark } from '../../library/edition.ts'
import { plural } from '../../library/output/plural.ts'
import { MarkdownDocument } from '../../markdown/document.ts'
import type { OpenDocument } from '../../openDocument.ts'
import type { Passage } from '../../postmortem/lines/passage.ts'
import { writeConfluence } from '../../publishing/confluence.ts'
import { writeHtml } from '../../publishing/html.ts'
import { listOf, readChoice } from '../../readChoice.ts'
import { UsageError } from '../../usageError.ts'
import { defineCommand } from '../command.ts'
import { findTargets } from '../findFiles.ts'
import { openService } from '../openService.ts'
import { readSource, type SourceFile } from '../readSources.ts'
import { toVisible } from '../reporters/visible.ts'
import { configurationOptions, TeamConfigurations } from '../teamConfiguration.ts'
import { status, type Terminal } from '../terminal.ts'
import { describeTrouble } from '../trouble.ts'

const formats = ['markdown', 'html', 'confluence'] as const

export const publish = defineCommand({
  name: 'publish',
  usage: 'postmortem publish FILE',
  summary: 'Writes a copy of a report for readers outside, and lists what was left out.',
  details:
    'Left out are internal sections, people, addresses, internal hosts, cloud resources, private links, comments and front matter. Sections are internal unless outside readers are usually told about them; audience in the template decides. A report with a secret in it is refused, and placeholders that the copy still has are listed. A name that appears only in a sentence is not recognised, so read the copy before you publish it.',
  options: {
    audience: { value: 'WHO', help: 'public (public)' },
    format: { value: 'FORMAT', words: formats, help: `${listOf(formats)} (markdown)` },
    output: { value: 'OUT', help: 'the file to write, instead of standard output' },
    check: {
      help: 'changes nothing; the exit status is 1 if the report has changed since OUT was written, or OUT still has placeholders',
    },
    force: { help: 'overwrites OUT although somebody has edited it' },
    ...configurationOptions,
  },
  reads: 'the FILE, the .postmortem.yml nearest to it, and OUT if it is there already.',
  writes: 'standard output, or with --output the file OUT. The FILE is never changed.',
  examples: [
    ['postmortem publish report.md', 'shows the copy, and on standard error what it lacks'],
    ['postmortem publish report.md --output public/report.md', 'writes it'],
    ['postmortem publish report.md --output public/report.md --check', 'fails in CI if it is out of date'],
    ['postmortem publish report.md --format html --output report.html', 'a page for a browser'],
    ['postmortem publish report.md --format confluence', 'what Confluence takes for the body of a page'],
  ],
  exitStatus:
    '0 done, 1 out of date or with placeholders (with --check), 2 wrong usage, unreadable input, or a secret in the report.',
  run: async ({ values, names }, terminal) => {
    readChoice(values.audience ?? 'public', ['public'], 'audience')
    const format = readChoice(values.format ?? 'markdown', formats, 'format')
    const source = await readOne(names, terminal)
    const configurations = await TeamConfigurations.from(openService(terminal), terminal, values)
    const edition = makeCopy(source, await configurations.open(source))
    const copy = sign(writers[format](edition.text, source))
    if (values.output === undefined) {
      if (values.check === true) throw new UsageError('--check needs --output OUT, the copy to check.')
      await terminal.write(copy)
    } else {
      const path = resolve(terminal.folder, values.output)
      if (path === source.path) throw new UsageError('The copy cannot replace the report itself.')
      const old = read(path, values.output)
      if (values.check === true) {
        const isCurrent = isUpToDate(old, copy, values.output, terminal)
        const unfilled = describeUnfilled(edition, source)
        terminal.writeError(unfilled)
        return isCurrent && unfilled === '' ? status.clean : status.findings
      }
      if (old !== null && isEdited(old) && values.force !== true)
        throw new UsageError(`"${values.output}" is not an unchanged copy. Use --force to overwrite it.`)
      write(path, copy, values.output)
    }
    terminal.writeError(describe(edition, source) + describeUnfilled(edition, source))
    return status.clean
  },
})

const writers: Readonly<Record<(typeof formats)[number], (text: string, source: SourceFile) => string>> = {
  markdown: (text) => text,
  html: (text, { name }) =>
    writeHtml(treeOf(text), {
      name: basename(name),
      hash: (part) => createHash('sha256').update(part).digest('base64'),
    }),
  confluence: (text) => writeConfluence(treeOf(text)),
}

/** What is no character of XML is none of a page either. */
function treeOf(text: string): Root {
  return MarkdownDocument.from(text.replace(/\p{Surrogate}/gu, '\ufffd')).tree()
}

interface Copy {
  readonly text: string
  readonly leftOut: readonly LeftOut[]
  readonly unfilled: readonly Passage[]
  readonly placeOf: (offset: number) => number
}

function makeCopy(source: SourceFile, document: OpenDocument): Copy {
  const { report, markdown } = document
  if (!report.recognition.postmortem) throw new UsageError(`"${source.name}" is not a report.`)
  const edition = makePublicEdition(report, markdown, report.template.sections)
  if (edition === null)
    throw new UsageError(
      `"${source.name}" contains a secret. Change it wherever it is used, and remove it from the report: postmortem lint shows it.`,
    )
  return { ...edition, placeOf: (offset) => markdown.positionAt(offset).line + 1 }
}

/** The last line holds the hash of the text that was written, so that changes to it and to the report are noticed. */
function sign(text: string): string {
  return `${text}\n<!-- postmortem-edition: ${hashOf(text)} -->\n`
}

function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 32)
}

function signedHash(copy: string): string | null {
  return editionMark.exec(copy.replaceAll('\r\n', '\n'))?.[1] ?? null
}

/** A file that this command did not write counts as edited. */
function isEdited(copy: string): boolean {
  const text = copy.replaceAll('\r\n', '\n')
  return hashOf(text.replace(editionMark, '')) !== signedHash(copy)
}

/** A copy that somebody has edited is up to date as long as the report says the same. */
function isUpToDate(old: string | null, copy: string, name: string, terminal: Terminal): boolean {
  if (old !== null && signedHash(old) === signedHash(copy)) {
    terminal.writeError(`"${toVisible(name)}" is up to date.\n`)
    return true
  }
  const reason = old === null ? 'does not exist' : 'is out of date'
  terminal.writeError(`"${toVisible(name)}" ${reason}. Run postmortem publish without --check.\n`)
  return false
}

function describe({ leftOut, placeOf }: Copy, { name }: SourceFile): string {
  if (leftOut.length === 0) return 'Nothing was left out.\n'
  const lines = leftOut.map(
    ({ kind, text, offset }) =>
      `  ${toVisible(`${name}:${placeOf(offset)}`)}: ${text === kind ? kind : `${kind}: ${toVisible(text)}`}\n`,
  )
  return `Left out, in ${plural(leftOut.length, 'place')}:\n${lines.join('')}`
}

/** At the end, where nobody overlooks it: the copy is written, and its readers would see these. */
function describeUnfilled({ unfilled, placeOf }: Copy, { name }: SourceFile): string {
  if (unfilled.length === 0) return ''
  const lines = unfilled.map(
    ({ start, text }) => `  ${toVisible(`${name}:${placeOf(start)}`)}: ${toVisible(text)}\n`,
  )
  return `The copy is not ready to be published. It has ${plural(unfilled.length, 'placeholder')} to fill in:\n${lines.join('')}`
}

async function readOne(names: readonly string[], terminal: Terminal): Promise<SourceFile> {
  const [target, ...others] = await findTargets(names, terminal.folder)
  if (others.length > 0 || target?.kind !== 'file') throw new UsageError('Name one report.')
  const source = await readSource(target.path, terminal)
  if (typeof source === 'string') throw new UsageError(source)
  return source
}

/** Null if there is no such file yet. */
function read(path: string, name: string): string | null {
  if (!existsSync(path)) return null
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`"${name}" cannot be read: ${describeTrouble(error)}.`)
  }
}

function write(path: string, text: string, name: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new UsageError(`"${name}" cannot be written: ${describeTrouble(error)}.`)
  }
}
