import type { SourceChange } from '../../../../scripts/markdown/loadVariants.mjs'
import { marked } from '../../markdown/markedEdit.ts'
import type { History } from './history.ts'
import { apart, askedBefore, edit, happen, report } from './shortHistories.ts'

/** What a thing that is kept between two edits depends on. Without it, what is kept outlives what it says. */
export interface CacheRule {
  readonly name: string
  readonly file: string
  /** Expressions of the source, and what they are without the rule. */
  readonly swaps: readonly (readonly [find: string, replace: string])[]
  /** The type of what is attached to objects, if without the rule its keys are none. */
  readonly attached?: string
  /** A history after which a server without the rule answers wrongly. */
  readonly wrong: History
}

/** What is above the summary is in a block of its own. */
const belowText = report('Text.').replace('## Issue Summary', `${apart}\n\n$&`)

/** Paragraphs in blocks of their own, of which only the last words differ. */
const alike = (...numbers: readonly number[]) =>
  numbers.map((number) => `It was obviously down.\n${apart} In zone ${number}.\n\n`).join('')

/** A letter is typed and taken back before each of the words, and another one is typed above them. */
function writeAnew(text: string, words: readonly string[]): History {
  const edits = words.flatMap((word) => {
    const at = text.indexOf(word)
    return [
      { start: at, end: at, text: 'x' },
      { start: at, end: at + 1, text: '' },
    ]
  })
  const above = { start: 4, end: 4, text: 'x' }
  return askedBefore(
    happen(text, 'none', { edits, around: 'nothing' }, { edits: [above], around: 'nothing' }),
  )
}

/**
 * The rules that keep an answer as fresh as the text. A rule that could be removed with every test still passing
 * would be either unnecessary or unproven, so each comes with a history that goes wrong without it.
 */
export const cacheRules: readonly CacheRule[] = [
  // What is kept for a block or a part of it.
  {
    name: 'the facts of a block are not those of its text',
    file: 'blockFacts.ts',
    attached: 'Block, BlockFacts',
    swaps: [
      ['known.get(block)', 'known.get(block.text)'],
      ['known.set(block, facts)', 'known.set(block.text, facts)'],
    ],
    wrong: edit(report(`${apart}\n\n## Root [Cause][log]\n\n${apart}\n\n«[log]: gone.md\n»¦`)),
  },
  {
    name: 'the lines of a block are where it is',
    file: 'perLeaf.ts',
    swaps: [['found.base !== base', 'found.base === -1']],
    wrong: edit(report(`«»Text.\n\n¦${apart}\n\n${apart}\n\n${apart}\n\nIt was obviously down.`)),
  },
  {
    name: 'a line that is kept says the same',
    file: 'documentLines.ts',
    swaps: [['isSame(one.line, other.line)', 'true']],
    wrong: edit(report('It was «»obviously ¦down.')),
  },
  {
    name: 'a line that is kept is not still in another block',
    file: 'perLeaf.ts',
    swaps: [['stay.has(before)', 'false']],
    wrong: askedBefore(edit(report(`${alike(1, 2)}«»${alike(3)}¦${alike(4, 5)}`))),
  },
  {
    name: 'a line that is kept is not still in another leaf',
    file: 'perLeaf.ts',
    swaps: [['replaced.length === 1', 'true']],
    wrong: writeAnew(report(alike(1, 2, 3, 4, 5, 6, 7, 8)), ['zone 2', 'zone 7']),
  },
  {
    name: 'what moves is not what merely has its place',
    file: 'passage.ts',
    swaps: [['Object.assign(new Mover(), values)', '({ ...values })']],
    wrong: writeAnew(
      `${report(alike(1, 2, 3))}\n## Action Items\n\n- [ ] Document it\n- [ ] Add an alert\n`,
      ['zone 2', 'Document'],
    ),
  },
  {
    name: 'a passage moves with its line',
    file: 'placedLine.ts',
    swaps: [['this.#passages !== undefined', 'false']],
    wrong: edit(report(`«»Text.\n\n¦${apart}\n\n**Root cause:** a full disk.`)),
  },
  {
    name: 'a passage of a line is not another one that begins where it does',
    file: 'placedLine.ts',
    swaps: [['start * maxTextLength + end', 'start']],
    wrong: edit(report(`**Root cause:** a full «»disk ¦of the replica, which was full.`)),
  },
  {
    name: 'what is read from an object is not what one with its text says',
    file: 'perObject.ts',
    attached: 'Key, { readonly value: Value }',
    swaps: [
      ['known.get(key)', 'known.get(key.text ?? key)'],
      ['known.set(key, found)', 'known.set(key.text ?? key, found)'],
    ],
    wrong: edit(`# Post[mortem][a]\n\n${apart}\n\n«»[a]: b\n¦`),
  },
  {
    name: 'the words of a paragraph begin where it does',
    file: 'paragraphs.ts',
    swaps: [['start === value.start', 'true']],
    wrong: edit(report('**Impact:** about 40% of our users «»really ¦saw errors.')),
  },
  {
    name: 'the words of a paragraph are those of all of its lines',
    file: 'paragraphs.ts',
    swaps: [['placed.line === value?.placed.line', 'true']],
    wrong: edit(
      report(
        'Text.\n\n## Impact\n\nHalf of the users were affected by the outage that day, as\nno page was shown to 4«0»1¦ of them.',
      ),
    ),
  },
  {
    name: 'the details of a task are read with the tickets of the team',
    file: 'details.ts',
    swaps: [['before.tickets === tickets', 'true']],
    wrong: happen(`${report('Text.')}\n## Action Items\n\n- OPS-12: Add an alert\n`, 'none', {
      edits: [],
      around: 'strict',
    }),
  },
  {
    name: 'what a stretch says is not what its beginning says',
    file: 'sayings.ts',
    attached: 'Segment, Map<Saying, boolean>',
    swaps: [
      ['known.get(segment)', 'known.get(segment.text.slice(0, 9))'],
      ['known.set(segment, answers)', 'known.set(segment.text.slice(0, 9), answers)'],
    ],
    wrong: edit(report('About 30% of our users «were affected»¦.')),
  },
  {
    name: 'the words of a line that match a pattern match no other',
    file: 'linesInSections.ts',
    swaps: [['matchesByPattern(pattern)', 'matchesByPattern(findPhrases)']],
    wrong: edit(report('«»Obviously, the engineer should have checked.¦')),
  },

  // What is kept for the roles of lines.
  {
    name: 'the structure has the levels of the headings',
    file: 'plan.ts',
    swaps: [['[kind, text, words, heading, item, depth, marks]', '[kind, text, words, item, depth, marks]']],
    wrong: edit(report('Text.\n\n## Impact\n\nText.\n\n##«»#¦ Root Cause\n\nText.')),
  },
  {
    name: 'the structure is of titles that the template knows',
    file: 'plan.ts',
    swaps: [
      ['[kind, text, words, heading, item, depth, marks]', '[kind, text, words, heading, item, depth]'],
    ],
    wrong: happen(
      `${report('Text.')}\n## Detection\n\nText.\n`,
      'ownTitles',
      { edits: [], around: 'nothing' },
      { edits: [], around: 'otherTitles' },
    ),
  },
  {
    name: 'a heading with other letters may resemble a title',
    file: 'plan.ts',
    swaps: [
      ['[kind, text, words, heading, item, depth, marks]', '[kind, words, heading, item, depth, marks]'],
    ],
    wrong: edit(report('Text.').replace('## Timeline', '## Tieml«xyz»nie¦')),
  },
  {
    name: 'a title in a list is another one',
    file: 'plan.ts',
    swaps: [['[kind, text, words, heading, item, depth, marks]', '[kind, text, words, heading, marks]']],
    wrong: edit(report('Text.\n\n«»- ¦**Lessons Learned:**\n\nUsers saw errors.')),
  },
  {
    name: 'text between two titles sets them apart',
    file: 'plan.ts',
    swaps: [['[kind, isContent(placed), isBlank, depth, isEntry, ofItem]', '[kind, depth, isEntry, ofItem]']],
    wrong: edit(
      report(
        'Text.\n\n## What happened\n\n## Lessons Learned\n\nText.\n### Root Cause\n- «»Text¦\n## What happened\n\nText.',
      ),
    ),
  },
  {
    name: 'the entries below a heading tell that it is the timeline',
    file: 'plan.ts',
    swaps: [
      [
        '[kind, isContent(placed), isBlank, depth, isEntry, ofItem]',
        '[kind, isContent(placed), isBlank, depth, ofItem]',
      ],
    ],
    wrong: edit(report('Text.').replace('## Timeline', '## Tiemlnie').replace('10:40', '10:4«»x¦0')),
  },
  {
    name: 'the boxes below a heading tell that it is the list of actions',
    file: 'plan.ts',
    swaps: [['[item.done, isBareName(line)]', '[isBareName(line)]']],
    wrong: edit(`${report('Text.')}\n## Acitno Imets\n\n- [ ] Add an alert.\n- «»[ ] ¦Add a limit.\n`),
  },
  {
    name: 'a list of names goes on up to a sentence',
    file: 'plan.ts',
    swaps: [['[item.done, isBareName(line)]', '[item.done]']],
    wrong: edit(report('Text.\n\n- Root Cause\n- Impact\n- Other«» things were slow.¦')),
  },
  {
    name: 'a name has what is indented below it',
    file: 'plan.ts',
    swaps: [
      [
        '[kind, isContent(placed), isBlank, depth, isEntry, ofItem]',
        '[kind, isContent(placed), isBlank, isEntry, ofItem]',
      ],
    ],
    wrong: edit(report('Text.\n\n- Lessons\n- Impact\n- Root Cause\n«»  ¦- a full disk')),
  },
  {
    name: 'a section holds the lines that it held',
    file: 'placeSections.ts',
    swaps: [['isSame(last.part, part)', 'true']],
    wrong: happen(
      belowText,
      'none',
      { edits: [marked(belowText.replace('Text.', 'Text«» again¦.')).edit], around: 'nothing' },
      { edits: [marked(belowText.replace('The queue', 'The«» long¦ queue')).edit], around: 'nothing' },
    ),
  },
  {
    name: 'a section is followed by what followed it',
    file: 'placeSections.ts',
    swaps: [['isSame(last.around, around)', 'true']],
    wrong: edit(`${report('Text.')}\n${apart}\n\n<!-- A note. -->\n«»\n\n¦`),
  },

  // What is kept for a template or a configuration.
  {
    name: 'what is read from a template is not what one with its id says',
    file: 'perObject.ts',
    swaps: [
      ['known.get(key)', 'known.get(key.sections === undefined ? key : key.id)'],
      ['known.set(key, found)', 'known.set(key.sections === undefined ? key : key.id, found)'],
    ],
    wrong: happen(report('In this section, describe what happened and when.'), 'ownTitles', {
      edits: [],
      around: 'otherTitles',
    }),
  },
  {
    name: 'the lines that a template writes are not those of its id',
    file: 'perObject.ts',
    swaps: [
      ['known.get(key)', 'known.get(key.sections === undefined ? key : key.id)'],
      ['known.set(key, found)', 'known.set(key.sections === undefined ? key : key.id, found)'],
    ],
    wrong: happen(`${report('Text.')}\n## Detection\n\n{{what we saw}} in the logs\n`, 'ownTitles', {
      edits: [],
      around: 'otherTitles',
    }),
  },
  {
    name: 'the options of a rule are those that are configured',
    file: 'activeRules.ts',
    swaps: [
      ['ofRule.get(configured)', 'ofRule.get(ofRule)'],
      ['ofRule.set(configured, options)', 'ofRule.set(ofRule, options)'],
    ],
    wrong: happen(report('Text.'), 'none', { edits: [], around: 'otherTitles' }),
  },
  {
    name: 'a new configuration replaces the old one',
    file: 'openDocument.ts',
    swaps: [['this.#configuration = undefined', 'undefined']],
    wrong: happen(report('Text.'), 'none', { edits: [], around: 'strict' }),
  },
  {
    name: 'front matter that changed is read again',
    file: 'openDocument.ts',
    swaps: [['source === this.#frontMatterSource', 'found !== null']],
    wrong: edit(`---\npostmortem:\n  rules:\n    section-missing: «off»error¦\n---\n${report('Text.')}`),
  },
  {
    name: 'front matter that moved is read again',
    file: 'openDocument.ts',
    swaps: [['`${found.start} ${found.text}`', 'found.text']],
    wrong: edit(`---«»  ¦\npostmortem:\n  template: none-such\n---\n${report('Text.')}`),
  },

  {
    name: 'what is missing from a report are sections of its template, not of an equal one',
    file: 'openDocument.ts',
    swaps: [['this.#before = undefined', 'undefined']],
    wrong: happen(
      report('Text.'),
      'ownTitles',
      { edits: [], around: 'ownTitles' },
      { edits: [], around: 'nothing' },
      { edits: [marked(report('Text.').replace('## Issue Summary', '«$&»¦')).edit], around: 'nothing' },
    ),
  },

  // What is kept for a report.
  {
    name: 'an edit makes another report',
    file: 'openDocument.ts',
    swaps: [['this.markdown.edit(edits)\n    this.#report = undefined', 'this.markdown.edit(edits)\n']],
    wrong: edit(report('Text.«»\n\nText.¦')),
  },
  {
    name: 'suppressions are those of the report',
    file: 'findSuppression.ts',
    swaps: [
      ['matchesByRule.get(suppressions)', 'matchesByRule.get(matchesByRule)'],
      ['matchesByRule.set(suppressions, ofReport)', 'matchesByRule.set(matchesByRule, ofReport)'],
    ],
    wrong: edit(report('«»<!-- postmortem-disable-file -->¦')),
  },
  {
    name: 'the suppressions of a line are those of the report',
    file: 'findSuppression.ts',
    swaps: [
      ['linesOf.get(suppressions)', 'linesOf.get(linesOf)'],
      ['linesOf.set(suppressions, known)', 'linesOf.set(linesOf, known)'],
    ],
    wrong: askedBefore({
      ...edit(
        report('Text.\n\n«»<!-- postmortem-disable-next-line section-empty -->¦').replace('-->\n\n', '-->\n'),
      ),
      looks: [0.9],
    }),
  },
  {
    name: 'the section at an offset is one of the report',
    file: 'sections/sectionAt.ts',
    swaps: [
      ['known.get(sections)', 'known.get(known)'],
      ['known.set(sections, find)', 'known.set(known, find)'],
    ],
    wrong: edit(
      `# Postmortem: search is down\n\n«»${apart}\n\n¦## Issue Summary\n\n{{what}}\n\n## Timeline\n\n{{when}}\n`,
    ),
  },
  {
    name: 'the stretches that state a fact are those of the report',
    file: 'facts.ts',
    swaps: [
      ['known.get(stretches)', 'known.get(known)'],
      ['known.set(stretches, stating)', 'known.set(known, stating)'],
    ],
    wrong: edit(report('«»Text.\n\n¦')),
  },
  {
    name: 'the groups of lines are those of the report',
    file: 'lineGroups.ts',
    swaps: [
      ['groupsOfLines.get(lines)', 'groupsOfLines.get(groupsOfLines)'],
      [
        'groupsOfLines.set(lines, groups)',
        'groupsOfLines.has(groupsOfLines) || groupsOfLines.set(groupsOfLines, groups)',
      ],
    ],
    wrong: edit(report('«»| Duration | Impact |\n| --- | --- |\n| 20 minutes | 40% of all users |¦')),
  },
  {
    name: 'the anchors of headings are those of the report',
    file: 'slugs.ts',
    swaps: [
      ['known.get(anchors)', 'known.get(known)'],
      ['known.set(anchors, slugs)', 'known.set(known, slugs)'],
    ],
    wrong: edit(report('See [it](#x-ray).\n\n### X«»-ray¦')),
  },
  {
    name: 'the anchors that nearly fit are those of the report',
    file: 'slugs.ts',
    swaps: [
      ['reduced.get(slugs)', 'reduced.get(reduced)'],
      ['reduced.set(slugs, found)', 'reduced.set(reduced, found)'],
    ],
    wrong: edit(report('See [it](#xrays).\n\n### X«»-rays¦')),
  },
  {
    name: 'a part of the report is kept only if it says the same',
    file: 'keepParts.ts',
    swaps: [['isSame(known, part) ? known : part', 'known']],
    wrong: edit(report('Text.«»\n\n{{what}}¦')),
  },
  {
    name: 'a step of the reading is given the same',
    file: 'memory.ts',
    swaps: [['isSame(last.given, given)', 'true']],
    wrong: edit(`${report('Text.')}«»- 10:50 UTC - Over.\n¦`),
  },
  {
    name: 'a group of tasks is read again if one of its lines changed',
    file: 'readGroup.ts',
    swaps: [['isSame(before.group, group)', 'true']],
    wrong: edit(
      `${report('Text.')}\n## Action Items\n\n${'- [ ] Add an alert for the size of the queue\n'.repeat(12)}«»- [ ] Add a test\n¦`,
    ),
  },
  {
    name: 'a group of tasks is read with the tickets of the team',
    file: 'readGroup.ts',
    swaps: [['before.tickets === tickets', 'true']],
    wrong: happen(`${report('Text.')}\n## Action Items\n\n- OPS-12: Add an alert\n`, 'none', {
      edits: [],
      around: 'strict',
    }),
  },
  {
    name: 'a rule is run again if something that it asked has another answer',
    file: 'keptAnswers.ts',
    swaps: [['question.isSameAnswer(question.answer, answer)', 'true']],
    wrong: happen(
      report('Text.'),
      'none',
      { edits: [{ start: 70, end: 70, text: 'Obviously. ' }], around: 'nothing' },
      { edits: [{ start: 70, end: 71, text: '' }], around: 'nothing' },
    ),
  },
  {
    name: 'a rule is run again with other options',
    file: 'keptAnswers.ts',
    swaps: [['kept.options === options', 'true']],
    wrong: happen(
      report('Text.'),
      'none',
      { edits: [{ start: 70, end: 70, text: 'x' }], around: 'nothing' },
      { edits: [], around: 'strict' },
    ),
  },
  {
    name: 'a problem moves with its line',
    file: 'lastingProblem.ts',
    swaps: [['first.base + from', 'start']],
    wrong: happen(
      `${report(apart)}\n## Action Items\n\n- [ ] Be more careful\n`,
      'none',
      { edits: [{ start: 70, end: 70, text: 'x' }], around: 'nothing' },
      { edits: [{ start: 70, end: 70, text: 'y' }], around: 'nothing' },
    ),
  },
  {
    name: 'the findings are those of the last check',
    file: 'session.ts',
    swaps: [
      ['this.#findings.get(document.report)', 'this.#findings.get(document)'],
      [
        'this.#findings.set(document.report, findings)',
        'this.#findings.has(document) || this.#findings.set(document, findings)',
      ],
    ],
    wrong: edit(report('«»Obviously down.¦')),
  },

  // What an editor was told.
  {
    name: 'whatever differs from the last notification is sent',
    file: 'publisher.ts',
    swaps: [
      [
        '(contents.get(method) ?? initialContents[method]) === content',
        '(contents.get(method) ?? initialContents[method] ?? "").length === content.length',
      ],
    ],
    wrong: edit(report('[a](#b«c»d¦)')),
  },
  {
    name: 'a notification is compared with the last one, not the first',
    file: 'publisher.ts',
    swaps: [['contents.set(method, content)', 'contents']],
    wrong: edit('# «Postmortem: search is down»Notes¦\n\nText.\n'),
  },
  {
    name: 'a document that is opened again was told nothing',
    file: 'publisher.ts',
    swaps: [['published.delete(uri)', 'undefined']],
    wrong: happen(report('Text.'), 'none', { edits: [], around: 'reopen' }),
  },

  // What is known of the files that a report links to.
  {
    name: 'a file is looked for again when it comes or goes',
    file: 'linkedFiles.ts',
    swaps: [['stale.has(path) || !found.has(path)', '!found.has(path)']],
    wrong: happen(report('[a](runbook.md)'), 'none', { edits: [], around: 'unlinked' }),
  },
  {
    name: 'a file that no link names any more is forgotten',
    file: 'linkedFiles.ts',
    swaps: [['knowledge.found.delete(path)', 'undefined']],
    wrong: happen(
      report('[a](runbook.md)'),
      'none',
      { edits: [{ start: 0, end: 400, text: report('Text.') }], around: 'unlinked' },
      { edits: [{ start: 0, end: 400, text: report('[a](runbook.md)') }], around: 'nothing' },
    ),
  },
  {
    name: 'news of a file makes the report be checked again',
    file: 'linkedFiles.ts',
    swaps: [['this.#onNews(document)', 'undefined']],
    wrong: edit(report('[a](gone«»2¦.md)')),
  },
]

/** Changes to the source that ask a global function, for each rule, whether to do without it. */
export const switchable: readonly SourceChange[] = cacheRules.flatMap(({ name, file, swaps, attached }) => [
  ...(attached === undefined
    ? []
    : [{ file, find: `new Attached<${attached}>`, replace: `new Map<${attached}>` }]),
  ...swaps.map(([find, replace]) => ({
    file,
    find,
    replace: `globalThis.underCacheRule(${JSON.stringify(name)}, () => ${bodyOf(find)}, () => ${bodyOf(replace)})`,
  })),
])

/** Several lines are statements, of which nobody wants a value. */
function bodyOf(source: string): string {
  return source.includes('\n') ? `{${source}\n}` : `(${source})`
}

/** Makes the changed source do without a rule, or with all of them. */
export function removeCacheRule(removed: string | null): void {
  const underCacheRule = (name: string, rule: () => unknown, without: () => unknown) =>
    name === removed ? without() : rule()
  Object.assign(globalThis, { underCacheRule })
}
