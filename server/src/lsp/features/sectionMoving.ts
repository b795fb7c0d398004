import { MoveSectionRequest } from '@postmortem/shared/outline'
import type { Position } from '@postmortem/shared/position'
import { type Obstacle, planMove } from '../../editing/sectionMoves.ts'
import { type Sentence, sentence } from '../../messages/sentence.ts'
import type { Section } from '../../postmortem/sections/section.ts'
import { answer, type Feature } from '../feature.ts'
import type { OpenEditorDocument } from '../openDocuments.ts'
import { toRange } from '../positions.ts'

/** Answers the client's commands that move a section, and dragging in its outline. */
export const sectionMoving: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri, title, to }: MoveSectionRequest.Params): MoveSectionRequest.Result => {
      const open = host.documents.get(uri)
      const section = open && findSection(title, open)
      const goal = typeof to === 'string' ? to : open && findSection(to, open)
      if (open === undefined || section === undefined || goal === undefined) return null
      const { version, positions, document } = open
      const plan = planMove(section, goal, document.report)
      if (plan.kind === 'refused')
        return { kind: 'refused', reason: host.translate(obstacles[plan.obstacle]) }
      return {
        kind: 'moved',
        version,
        edits: plan.edits.map((edit) => ({ range: toRange(edit, positions), text: edit.text })),
        from: toRange(plan.from, positions),
        to: host.encodePositions(plan.after).positionAt(plan.start),
      }
    }
    host.connection.onRequest<MoveSectionRequest.Result, void>(
      MoveSectionRequest.method,
      answer('Moving a section', host, compute),
    )
  },
}

const obstacles: Readonly<Record<Obstacle, Sentence>> = {
  'open-fence': sentence`A code block is open to the end of the report. Close it first.`,
  'no-lines-of-its-own': sentence`It shares its lines with others. Give it lines of its own first.`,
  'no-neighbour': sentence`There is no section of the same level to move past.`,
  'not-beside': sentence`It can only take the place of a section of the same level.`,
  'in-its-place': sentence`It is already where the template puts it.`,
  'read-differently': sentence`The report would be read differently there. Put blank lines between its sections first.`,
}

function findSection(
  title: Position,
  { positions, document: { report } }: OpenEditorDocument,
): Section | undefined {
  const offset = positions.offsetAt(title)
  return report.sections.find((section) => section.title.start === offset)
}
