import { TimelinePictureRequest } from '@postmortem/shared/timeline'
import { drawTimeline } from '../../features/picture/timelinePicture.ts'
import { answer, type Feature } from '../feature.ts'

/** Draws the picture that the client shows beside the report. */
export const timelinePicture: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri }: TimelinePictureRequest.Params): TimelinePictureRequest.Result => {
      const open = host.documents.get(uri)
      if (open === undefined) return null
      return drawTimeline(open.document.report, 'page', (offset) => open.positions.positionAt(offset).line)
    }
    host.connection.onRequest(TimelinePictureRequest.method, answer('Drawing the timeline', host, compute))
  },
}
