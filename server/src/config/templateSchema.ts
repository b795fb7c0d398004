import * as v from 'valibot'
import { sentence } from '../messages/sentence.ts'
import type { Part } from '../templates/template.ts'

const text = v.string()

const fieldEntries = { kind: v.literal('field'), field: text, label: text, text }
const entryEntries = { kind: v.literal('entry'), fact: v.nullable(text), time: text, text }

const partSchema: v.GenericSchema<Part> = v.variant('kind', [
  v.strictObject({ kind: v.literal('paragraph'), text }),
  v.strictObject({ kind: v.literal('item'), text }),
  v.strictObject({ ...fieldEntries, includes: v.optional(v.array(v.strictObject(fieldEntries))) }),
  v.strictObject({ ...entryEntries, includes: v.optional(v.array(v.strictObject(entryEntries))) }),
  v.strictObject({ kind: v.literal('task'), text }),
  v.strictObject({
    kind: v.literal('heading'),
    id: text,
    title: text,
    body: v.array(v.lazy(() => partSchema)),
  }),
])

const count = v.pipe(
  v.number(),
  v.integer(sentence`a whole number`.english),
  v.minValue(0, sentence`a whole number`.english),
)

const wordsSchema = v.strictObject({ min: count, max: count })

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9.-]{0,60}$/, sentence`an id of lowercase letters, digits and hyphens`.english),
)

export const sectionSchema = v.strictObject({
  id: v.pipe(id, v.description('The section to change, or to add if the template does not have it.')),
  title: v.optional(v.pipe(text, v.description('The title that a quick fix writes.'))),
  aliases: v.optional(v.pipe(v.array(text), v.description('Other titles that authors give the section.'))),
  required: v.optional(v.pipe(v.boolean(), v.description('Whether a report without it is incomplete.'))),
  audience: v.optional(
    v.pipe(
      v.picklist(['internal', 'public']),
      v.description('Who may read the section: postmortem publish leaves out what is internal.'),
    ),
  ),
  alternatives: v.optional(v.pipe(v.array(id), v.description('Sections that serve instead of it, by id.'))),
  guidance: v.optional(v.pipe(text, v.description('One or two sentences that say what belongs here.'))),
  body: v.optional(
    v.pipe(
      v.union([text, v.array(partSchema)]),
      v.description(
        'What a quick fix writes below the title: text, or a list of parts. {{…}} is a placeholder.',
      ),
    ),
  ),
})

/** No report has as many, and what is missing or in another place is found by comparing all of them. */
export const maxSections = 200

export type WrittenSection = v.InferOutput<typeof sectionSchema>

/** The settings of the template itself. A file with all of them is a template of its own. */
export const templateEntries = {
  id: v.optional(v.pipe(id, v.description('The id of the template that this file makes.'))),
  name: v.optional(v.pipe(text, v.description('The name of the template that this file makes.'))),
  description: v.optional(v.pipe(text, v.description('What the template is for, in one sentence.'))),
  title: v.optional(v.pipe(text, v.description('The heading of a new report. {{…}} is a placeholder.'))),
  words: v.optional(
    v.pipe(
      v.nullable(wordsSchema),
      v.description('How long a report should be, in words; null if any length will do.'),
    ),
  ),
  sections: v.optional(
    v.pipe(
      v.array(sectionSchema),
      v.maxLength(maxSections),
      v.description('The sections, merged by id with those of the template extended.'),
    ),
  ),
}
