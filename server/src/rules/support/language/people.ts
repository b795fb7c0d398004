import { perReport } from '../../../checking/keptAnswers.ts'
import { givenNames } from '../../../postmortem/vocabulary/givenNames.ts'
import { linesIn } from '../linesInSections.ts'
import { linesWhere } from '../linesWhere.ts'

/**
 * The people that the report names as its authors or responders, or as owners with a handle or with first and last
 * name: in full, and by their first names and these as handles. A capitalised word alone may be a product or a team, so
 * it is a person only where only people are listed.
 */
export const findPeople = perReport((report): readonly string[] => {
  const listed = [
    ...linesOfPeople(report).flatMap(({ line }) =>
      splitNames(peopleField.exec(line.text)?.groups?.value ?? ''),
    ),
    ...linesIn(report, peopleSections).flatMap(({ line }) =>
      line.item === null ? [] : splitNames(line.text),
    ),
  ]
  const owners = report.actionItems.flatMap(({ owner }) => (owner === null ? [] : splitNames(owner.text)))
  const names = [...listed, ...owners.filter((name) => /[ @]/.test(name))]
  return names.flatMap((name) => {
    if (name.startsWith('@')) return [name]
    const [first = name] = name.split(' ')
    return [name, first, `@${first.toLowerCase()}`]
  })
})

/** A common given name, alone or with a last name, which nothing but a person is likely to have. */
export function isCommonName(name: string): boolean {
  const [first = ''] = name.split(' ')
  return givenNames.has(first) && personName.test(name) && !notPeople.test(name)
}

/** The longest of the names that the text ends with. */
export function nameAtEnd(text: string, people: ReadonlySet<string>): string | undefined {
  const words = text.slice(-maxNameLength).split(' ').slice(-maxNameWords)
  return words
    .map((_, index) =>
      words
        .slice(index)
        .join(' ')
        .replace(/^[^\p{L}\p{N}@._/-]+/u, ''),
    )
    .find((name) => people.has(name) || isCommonName(name))
}

/** The longest of the names that the text begins with. */
export function nameAtStart(text: string, people: ReadonlySet<string>): string | undefined {
  const words = text.slice(0, maxNameLength).split(' ').slice(0, maxNameWords)
  return words
    .map((_, index) =>
      words
        .slice(0, words.length - index)
        .join(' ')
        .replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, ''),
    )
    .find((name) => people.has(name) || isCommonName(name))
}

const maxNameWords = 4

const maxNameLength = 120

const peopleSections: ReadonlySet<string> = new Set(['people'])

/** A label whose value can only be people. */
const peopleField =
  /^\W{0,6}(?:authors?|written by|prepared by|incident commander|commander|scribe|first responders?|responders?|participants|attendees|on-?call(?: engineers?)?|reviewers?)\s{0,2}(?:\([^()]{0,40}\)\s?)?[:|][^\w@]{0,6}(?<value>.{1,300})$/iu

const linesOfPeople = linesWhere(({ kind, text }) => kind !== 'code' && peopleField.test(text))

function splitNames(text: string): readonly string[] {
  return text
    .slice(0, maxListLength)
    .replace(/\([^()]{0,80}\)/g, ' ')
    .split(/[,;/|&]|\band\b/)
    .map((name) => name.trim())
    .filter((name) => (personName.test(name) && !notPeople.test(name)) || isHandle(name))
}

const maxListLength = 300

/** One to three capitalised words. Names in capitals, or with capitals inside, are those of products. */
const personName = /^\p{Lu}\p{Ll}{1,20}(?:[ '’-](?:\p{Lu}\p{Ll}{0,20}|\p{Lu}\.)){0,3}$/u

/** A handle is a person's unless it says that it is a program or a group. A capital letter makes it an annotation. */
function isHandle(text: string): boolean {
  return (
    /^@[a-z][a-z\d_-]{1,38}$/.test(text) &&
    !groupHandle.test(text) &&
    !notPeople.test(text.replace(/_/g, '-'))
  )
}

const groupHandle =
  /(?:bot|team|ci|app|support|oncall|on-call|ops|sre|dev|devs|admins?|service|actions|engineering)(?![a-z\d])/

/** Words that make a capitalised name that of a team, a role or a program. */
const notPeople =
  /\b(?:\w*bot|admins?|administrators?|alerts?|alertmanager|api|apps?|applications?|backend|bridge|business|cloud|commander|community|core|customers?|data|databases?|delivery|dev|developers?|development|devops|engineers?|engineering|everyone|everybody|experience|facilities|finance|foundation|frontend|group|identity|incident|infra|infrastructure|integrations?|it|leads?|legal|maintainers?|management|managers?|marketing|mobile|monitoring|network(?:ing)?|nobody|none|observability|on-?call|operations?|ops|owners?|payments?|people|platform|product|qa|quality|release|reliability|sales|search|security|servers?|services?|site|software|squad|sre|staff|storage|success|support|systems?|tbd|teams?|tech|technical|test|tooling|tribe|unknown|users?|vendor|web)\b/i
