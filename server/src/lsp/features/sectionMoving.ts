import { MoveSectionRequest } from '@postmortem/shared/outline'
import type { Position } from '@postmortem/shared/position'
import { type Obstacle, planMove } from '../../editing/sectionMoves.ts'
import { type Sentence, sentence } from '../../messages/sentence.ts'
import type { Section } from '../../postmortem/sections/section.ts'
import { toRange } from '../convert.ts'
import { answer, type Feature } from '../feature.ts'
import type { Entry } from '../openDocuments.ts'

/** The client's commands that move a section, and what is dragged in its outline. */
export const sectionMoving: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri, title, to }: MoveSectionRequest.Params): MoveSectionRequest.Result => {
      const entry = host.documents.get(uri)
      const section = entry && findSection(title, entry)
      const goal = typeof to === 'string' ? to : entry && findSection(to, entry)
      if (entry === undefined || section === undefined || goal === undefined) return null
      const { version, document } = entry
      const { markdown, report } = document
      const plan = planMove(section, goal, report)
      if (plan.kind === 'refused')
        return { kind: 'refused', reason: host.translate(obstacles[plan.obstacle]) }
      return {
        kind: 'moved',
        version,
        edits: plan.edits.map((edit) => ({ range: toRange(edit, markdown), text: edit.text })),
        from: toRange(plan.from, markdown),
        to: plan.after.positionAt(plan.start),
      }
    }
    host.connection.onRequest<MoveSectionRequest.Result, void>(
      MoveSectionRequest.method,
      answer('Moving a section', host, compute),
    )
  },
}

const obstacles: Readonly<Record<Obstacle, Sentence>> = {
  'open-fence': sentence`A block of code is open to the end of the report. Close it first.`,
  'no-lines-of-its-own': sentence`It shares its lines with others. Give it lines of its own first.`,
  'no-neighbour': sentence`There is no section of its level that it could pass.`,
  'not-beside': sentence`It can only take the place of a section whose title is of the same level.`,
  'in-its-place': sentence`It stands where the template has it.`,
  'read-differently': sentence`There the report would be read in another way. Put blank lines between its sections first.`,
}

function findSection(title: Position, { document: { markdown, report } }: Entry): Section | undefined {
  const offset = markdown.offsetAt(title)
  return report.sections.find((section) => section.title.start === offset)
}
