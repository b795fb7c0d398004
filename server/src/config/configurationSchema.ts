import * as v from 'valibot'
import { sentence } from '../messages/sentence.ts'
import { templates } from '../templates/index.ts'
import { findGlobMistake } from './glob.ts'
import { type KnownRule, rulesSchema } from './ruleSchema.ts'
import { templateEntries } from './templateSchema.ts'
import { findNearestZone, isTimeZone } from './timeZone.ts'

export const dateOrders = ['DMY', 'MDY', 'YMD'] as const
export const audiences = ['internal', 'public'] as const

/** The schema of a configuration file. docs/configuration.md explains how the keys work together. */
export function configurationSchema(rules: readonly KnownRule[]) {
  const ruleMap = rulesSchema(rules)
  return v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('The address of this schema, for editors.'))),
    extends: v.optional(
      v.pipe(
        templateReference,
        v.description(
          'A built-in template, or another configuration file, whose settings this file overrides.',
        ),
      ),
    ),
    template: v.optional(
      v.pipe(
        templateBase,
        v.description(
          'The template that reports are checked against: a built-in one, a file that defines one, or none if this file defines it.',
        ),
      ),
    ),
    files: v.optional(
      v.pipe(
        globs,
        v.description(
          'The files that are reports whatever they contain, as globs relative to the folder of this file.',
        ),
      ),
    ),
    defaultTimeZone: v.optional(
      v.pipe(timeZone, v.description('The zone of times in a report that names none.')),
    ),
    zoneAbbreviations: v.optional(
      v.pipe(
        v.record(
          v.pipe(
            v.string(),
            v.regex(/^[A-Z]{2,5}$/, sentence`an abbreviation in capitals, such as "IST"`.english),
          ),
          timeZone,
        ),
        v.description('The meanings of time zone abbreviations.'),
      ),
    ),
    dateOrder: v.optional(v.pipe(v.picklist(dateOrders), v.description('How 03/04/2024 is read.'))),
    audience: v.optional(v.pipe(v.picklist(audiences), v.description('Who reads the reports.'))),
    templatesBySeverity: v.optional(
      v.pipe(
        v.record(
          v.pipe(
            v.string(),
            v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,30}$/u, sentence`a severity such as "SEV1"`.english),
          ),
          templateReference,
        ),
        v.description('The template for each severity that a report may state in its front matter.'),
      ),
    ),
    actions: v.optional(v.pipe(actions, v.description('What every action item needs.'))),
    vocabulary: v.optional(
      v.pipe(vocabulary, v.description('The words by which reports are filed, in their front matter.')),
    ),
    rules: v.optional(ruleMap),
    overrides: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            files: v.pipe(
              globs,
              v.description('The reports that this is about, as globs relative to the folder of this file.'),
            ),
            template: v.optional(
              v.pipe(templateReference, v.description('The template that they are checked against.')),
            ),
            rules: v.optional(ruleMap),
          }),
        ),
        v.description('Other settings for some of the files. Of several that match, the last one wins.'),
      ),
    ),
    ...templateEntries,
  })
}

export type WrittenConfiguration = v.InferOutput<ReturnType<typeof configurationSchema>>

/** The schema of a report's own settings, below `postmortem:` in its front matter. */
export function frontMatterSchema(rules: readonly KnownRule[]) {
  return v.union([
    v.boolean(),
    v.strictObject({
      template: v.optional(
        v.pipe(v.string(), v.description('The template that this report is checked against.')),
      ),
      ...profileEntries,
      timeZone: v.optional(v.pipe(timeZone, v.description('The zone of the times in this report.'))),
      dateOrder: v.optional(v.pipe(v.picklist(dateOrders), v.description('How 03/04/2024 is read.'))),
      audience: v.optional(v.pipe(v.picklist(audiences), v.description('Who reads this report.'))),
      rules: v.optional(rulesSchema(rules)),
    }),
  ])
}

/** The front matter keys that Postmortem reads. The others belong to other programs. */
export function frontMatterForm(rules: readonly KnownRule[]) {
  return v.strictObject({
    ...profileEntries,
    postmortem: v.optional(
      v.pipe(frontMatterSchema(rules), v.description('The settings for this report alone.')),
    ),
  })
}

/**
 * A path starts with a dot, and an id never does. The schema accepts only relative paths to YAML and JSON
 * files.
 */
export function isPath(reference: string): boolean {
  return reference.startsWith('.')
}

/** In place of a template, this says that the file defines all of it. */
export const noTemplate = 'none'

const builtInIds = templates.map((template) => template.id)

const globs = v.array(
  v.pipe(
    v.string(),
    v.check((glob) => findGlobMistake(glob) === null, sentence`a glob such as "incidents/**/*.md"`.english),
  ),
)

const templatePath = v.pipe(
  v.string(),
  v.regex(
    /^\.{1,2}\/[^\\\0\r\n]{1,200}\.(?:ya?ml|jsonc?)$/i,
    sentence`a path such as "./templates/ours.yml"`.english,
  ),
)

const templateReference = v.union([v.picklist(builtInIds), templatePath])

const templateBase = v.union([v.picklist([...builtInIds, noTemplate]), templatePath])

const timeZone = v.pipe(
  v.string(),
  v.check(isTimeZone, sentence`a time zone such as "Europe/London" or "UTC"`.english),
  v.metadata({ findNearest: findNearestZone }),
)

const severity = v.pipe(v.union([v.string(), v.number()]), v.description('How bad the incident was.'))

const wordList = (description: string) =>
  v.optional(v.pipe(v.union([v.string(), v.array(v.string())]), v.description(description)))

/** What a report is filed under. Front matter may state it at the top level, where other programs read it, too. */
const profileEntries = {
  severity: v.optional(severity),
  status: v.optional(
    v.pipe(v.string(), v.description('How far the report has come: draft, review or published.')),
  ),
  id: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.description('The name by which other reports refer to this one.'),
    ),
  ),
  services: wordList('The services that were affected.'),
  trigger: v.optional(v.pipe(v.string(), v.description('What set the incident off, in a word of the team.'))),
  causes: wordList('The kinds of causes, in words of the team.'),
  related: wordList('The ids or files of other incidents that belong together with this one.'),
  'near-miss': v.optional(
    v.pipe(v.boolean(), v.description('Whether nothing failed in the end. Then no duration is asked for.')),
  ),
  reviewers: wordList('The people who review the report.'),
} as const

const word = v.pipe(v.string(), v.regex(/\S/, sentence`a word such as "checkout"`.english))

const words = (description: string) => v.optional(v.pipe(v.array(word), v.description(description)))

const vocabulary = v.strictObject({
  services: words('The services that reports may name.'),
  triggers: words('What may set off an incident: deploy, config-change, traffic.'),
  causes: words('The kinds of causes: capacity, expired-certificate, missing-test.'),
})

const actions = v.strictObject({
  require: v.optional(
    v.pipe(
      v.array(v.picklist(['owner', 'due', 'ticket'])),
      v.description('What each action item has to name.'),
    ),
  ),
  ticketPrefixes: v.optional(
    v.pipe(
      v.array(
        v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_#-]{1,20}$/u, sentence`a prefix such as "OPS"`.english)),
      ),
      v.description(
        'The letters before the number of your tickets: OPS for OPS-123. Nothing else is then taken for a ticket.',
      ),
    ),
  ),
  ticketUrl: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^https:\/\/[^\s/?#@\\{}]{1,200}\/[^\s{}]{0,400}\{ticket\}[^\s{}]{0,200}$/,
        sentence`an address that begins with https:// and holds {ticket}, such as "https://tracker.example/browse/{ticket}"`
          .english,
      ),
      v.description(
        'The address of a ticket. {ticket} stands for OPS-123, or for the number of #123. Tickets named in reports become links.',
      ),
    ),
  ),
})
