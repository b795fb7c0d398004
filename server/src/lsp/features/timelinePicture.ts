import { TimelinePictureRequest } from '@postmortem/shared/protocol'
import { drawTimeline } from '../../features/picture/timelinePicture.ts'
import { answer, type Feature } from '../feature.ts'

/** The picture that the client's command shows beside the report. */
export const timelinePicture: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri }: TimelinePictureRequest.Params): TimelinePictureRequest.Result => {
      const entry = host.documents.get(uri)
      return entry === undefined ? null : drawTimeline(entry.document.report, 'page')
    }
    host.connection.onRequest(TimelinePictureRequest.method, answer('Drawing the timeline', host, compute))
  },
}
