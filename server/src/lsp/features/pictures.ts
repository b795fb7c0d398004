import { PicturesRequest } from '@postmortem/shared/timeline'
import { drawCauses } from '../../features/picture/causePicture.ts'
import { drawTimeline } from '../../features/picture/timelinePicture.ts'
import { answer, type Feature } from '../feature.ts'

/** Draws the pictures that the client shows beside the report. */
export const pictures: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri }: PicturesRequest.Params): PicturesRequest.Result => {
      const open = host.documents.get(uri)
      if (open === undefined) return null
      const { report } = open.document
      const lineOf = (offset: number) => open.positions.positionAt(offset).line
      const timeline = drawTimeline(report, 'page', lineOf) ?? []
      const drawn = [timeline, drawCauses(report, lineOf).map(({ svg }) => svg)].flat()
      return drawn.length === 0 ? null : drawn.join('\n')
    }
    host.connection.onRequest(PicturesRequest.method, answer('Drawing the pictures', host, compute))
  },
}
