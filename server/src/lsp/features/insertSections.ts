import { InsertSectionsRequest } from '@postmortem/shared/clientCommands'
import { absentSections, insertSections } from '../../editing/insertSections.ts'
import { toSnippetEdit } from '../convert.ts'
import { answer, type Feature, toTarget } from '../feature.ts'

/** Computes the edits for the client's insert commands and for the missing sections in its outline. */
export const sectionInsertion: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri, sections }: InsertSectionsRequest.Params): InsertSectionsRequest.Result => {
      const open = host.documents.get(uri)
      if (open === undefined) return null
      const { report } = open.document
      const wanted =
        sections === 'all-missing'
          ? report.missing
          : absentSections(report).filter((section) => sections.includes(section.id))
      if (wanted.length === 0) return null
      const target = toTarget(open, host.support)
      return toSnippetEdit(insertSections(wanted, report), target, report.placeholders)
    }
    host.connection.onRequest(InsertSectionsRequest.method, answer('Inserting sections', host, compute))
  },
}
