import { InsertSectionsRequest } from '@postmortem/shared/protocol'
import { absentSections, insertSections } from '../../editing/insertSections.ts'
import { toSnippetEdit } from '../convert.ts'
import { answer, type Feature, toTarget } from '../feature.ts'

/** The edit behind the client's commands and the missing sections in its outline. */
export const sectionInsertion: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri, sections }: InsertSectionsRequest.Params): InsertSectionsRequest.Result => {
      const entry = host.documents.get(uri)
      if (entry === undefined) return null
      const { report } = entry.document
      const wanted =
        sections === 'all-missing'
          ? report.missing
          : absentSections(report).filter((section) => sections.includes(section.id))
      if (wanted.length === 0) return null
      const target = toTarget(entry, host.support())
      return toSnippetEdit(insertSections(wanted, report), target, report.placeholders)
    }
    host.connection.onRequest(InsertSectionsRequest.method, answer('Inserting sections', host, compute))
  },
}
