import { CountSelectionRequest } from '@postmortem/shared/counting'
import { countSelection } from '../../features/selectionCount.ts'
import { answer, type Feature } from '../feature.ts'
import { toOffsets } from '../positions.ts'

/** Counts the words in the selection for the client's status bar. */
export const selectionCounting: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri, ranges }: CountSelectionRequest.Params): CountSelectionRequest.Result => {
      const open = host.documents.get(uri)
      if (open === undefined) return null
      const selected = ranges.map((range) => toOffsets(range, open.positions))
      return countSelection(open.document.report, selected)
    }
    host.connection.onRequest(CountSelectionRequest.method, answer('Counting the selection', host, compute))
  },
}
