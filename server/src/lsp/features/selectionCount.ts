import { CountSelectionRequest } from '@postmortem/shared/counting'
import { countSelection } from '../../features/selectionCount.ts'
import { answer, type Feature } from '../feature.ts'

/** The words of what is selected, for the counter in the client. */
export const selectionCounting: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri, ranges }: CountSelectionRequest.Params): CountSelectionRequest.Result => {
      const entry = host.documents.get(uri)
      if (entry === undefined) return null
      const { markdown, report } = entry.document
      const selected = ranges.map(({ start, end }) => ({
        start: markdown.offsetAt(start),
        end: markdown.offsetAt(end),
      }))
      return countSelection(report, selected)
    }
    host.connection.onRequest(CountSelectionRequest.method, answer('Counting the selection', host, compute))
  },
}
