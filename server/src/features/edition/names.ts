import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import { isWithin } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'

/** A label whose value is people, at the beginning of a line. */
export const peopleLabel =
  /^[^\p{L}]{0,8}(?:authors?|written by|prepared by|owners?|participants?|attendees|responders?|incident commander|ic|commander|scribe|lead|on-?call(?: engineer)?|reviewers?|reviewed by|approvers?|approved by)\s{0,2}[:：]/iu

export const peopleCell =
  /^(?:authors?|owners?|participants?|attendees|responders?|incident commander|scribe|reviewers?)$/i

/** Any form of handle, wherever it is in a text. */
export const handles = /(?<![\p{L}\p{N}_./@])@[A-Za-z][\w-]{1,38}(?![\w@]|\.[A-Za-z])/gu

/**
 * What the people are called whom owners, reviewers, labels, lists of people and handles name: in full, by their
 * first names, by their last names, also after an initial, and by their handles without the sign.
 */
export function findNames(report: Report, text: string): ReadonlySet<string> {
  const stated = [
    ...report.actionItems.flatMap(({ owner }) => owner?.text ?? []),
    ...report.profile.reviewers.map((each) => each.text),
  ]
    .flatMap((names) => names.split(/[,&/]|\band\b/))
    .map((name) => name.replace(/^\s*@?\s*/, '').trimEnd())
    .filter((name) => /^\p{L}[\p{L}\p{N}._' -]{1,40}$/u.test(name) && !group.test(name))
  const listed = [...findLabelled(report), ...findInPeopleSections(report), ...findInColumns(report)]
  const names = [...stated, ...listed.flatMap(splitNames)]
  return new Set([
    ...names,
    ...names.flatMap(firstName),
    ...names.flatMap((name) => lastName(name, text)),
    ...findBareHandles(report, text),
  ])
}

function findLabelled({ lines }: Report): readonly string[] {
  return lines.flatMap(({ line: { kind, text, cells } }) => {
    if (kind === 'row') return peopleCell.test((cells[0]?.text ?? '').trim()) ? [cells[1]?.text ?? ''] : []
    const label = kind === 'text' ? peopleLabel.exec(text.slice(0, 80)) : null
    return label === null ? [] : [text.slice(label[0].length)]
  })
}

function findInPeopleSections({ lines, sections }: Report): readonly string[] {
  const people = sections.filter(({ id }) => id === 'people')
  return lines
    .filter((placed) => isWithin(placed.range.start, people))
    .flatMap(({ line: { kind, text, cells } }) =>
      kind === 'row' ? cells.map((cell) => cell.text) : kind === 'text' ? text.split(/[:：]/) : [],
    )
}

/** The cells of `| Role | Name | Team |` that are people, and those below a title such as "Owner". */
function findInColumns({ lines }: Report): readonly string[] {
  let columns: readonly number[] = []
  return lines.flatMap(({ line }: PlacedLine) => {
    if (line.kind === 'header') columns = peopleColumns(line.cells.map((cell) => cell.text.trim()))
    return line.kind === 'row' ? columns.flatMap((column) => line.cells[column]?.text ?? []) : []
  })
}

function peopleColumns(titles: readonly string[]): readonly number[] {
  const hasRoles = titles.some((title) => /^(?:roles?|responsibilit(?:y|ies))$/i.test(title))
  return titles.flatMap((title, column) =>
    peopleCell.test(title) || (hasRoles && /^(?:names?|person|people|who)$/i.test(title)) ? [column] : [],
  )
}

/** The parts of a list of people that look like a name or a handle. */
function splitNames(list: string): readonly string[] {
  return list
    .slice(0, maxListLength)
    .replace(/\([^()]{0,80}\)/g, ',')
    .split(/[,;/|&]|\band\b|\s[-–—]\s/)
    .map((name) => name.replace(/^[\s@*_]+/, '').replace(/(?<![\s.*_])[\s.*_]+$/, ''))
    .filter((name) => (personName.test(name) || bareHandle.test(name)) && !isNobody(name))
}

const maxListLength = 600

const personName = /^\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,3}$/u

const bareHandle = /^[a-z][a-z\d._-]{2,38}$/

function firstName(name: string): readonly string[] {
  const [first, ...others] = name.split(' ')
  return first !== undefined && others.length > 0 && personName.test(name) && !isNobody(name) ? [first] : []
}

/** Where the text has the same word in small letters, as in "green", the name alone may be that word. */
function lastName(name: string, text: string): readonly string[] {
  const words = name.split(' ')
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  if (words.length < 2 || !personName.test(name) || isNobody(name) || !/^\p{Lu}[\p{L}'’-]{2,}$/u.test(last))
    return []
  const isWord = ` ${text} `.includes(` ${last.toLowerCase()} `)
  return [`${first[0]}. ${last}`, ...(isWord ? [] : [last])]
}

function findBareHandles({ markup }: Report, text: string): readonly string[] {
  return Array.from(text.matchAll(handles)).flatMap((match) => {
    const name = match[0].slice(1)
    const isScope = text[match.index + match[0].length] === '/'
    return isScope || isWithin(match.index, markup.code) || !bareHandle.test(name) || isNobody(name)
      ? []
      : [name]
  })
}

/** A group is no person. */
const group =
  /\b(?:team|squad|group|guild|sre|ops|devops|engineering|platform|support|everyone|tbd|nobody|vendor)\b/i

/** Roles, subjects and words for anybody, which are also written where a name is expected. */
const noName =
  /\b(?:\w*bot|admins?|all|alerts?|anybody|api|apps?|authors?|backend|channel|client|cloud|commander|communications?|core|customers?|data|databases?|deputy|dev|developers?|director|engineers?|everybody|frontend|head|here|incident|infra|infrastructure|internal|lead|leads|legal|liaison|manager|managers|mobile|monitoring|name|names|network|none|observer|officer|on-?call|operations|owners?|participants?|payments?|people|person|primary|product|qa|release|reliability|responders?|reviewers?|roles?|scribe|search|secondary|security|servers?|services?|several|staff|storage|subject|system|systems|teams?|technical|the|unknown|users?|web)\b/i

function isNobody(name: string): boolean {
  return group.test(name) || noName.test(name)
}
