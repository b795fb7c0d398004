import { ConvertTimeZoneRequest, TimeZonesRequest } from '@postmortem/shared/timeline'
import { convertTimeZone } from '../../features/zones/convertTimeZone.ts'
import { findTimeZones, readTimeZone } from '../../features/zones/timeZones.ts'
import { sentence } from '../../messages/sentence.ts'
import { answer, type Feature } from '../feature.ts'
import { toChange, toRefusal } from './timelineSorting.ts'

/**
 * Answers the client's command that converts a report to another time zone, and lists the zones that it
 * offers.
 */
export const timeZoneConversion: Feature = {
  capabilities: {},
  register: (host) => {
    const convert = ({ uri, zone }: ConvertTimeZoneRequest.Params): ConvertTimeZoneRequest.Result => {
      const open = host.documents.get(uri)
      if (open === undefined || !open.document.report.recognition.postmortem) return null
      const { report } = open.document
      const target = readTimeZone(zone, report.timeline.context.settings)
      if (target === null) {
        const reason = host.translate(sentence`${zone} could mean several time zones, or none.`)
        return toRefusal(open, reason, null)
      }
      const conversion = convertTimeZone(report, target)
      return conversion.kind === 'refused'
        ? toRefusal(open, host.translate(conversion.reason), conversion.place)
        : toChange(open, conversion.edits, conversion.untouched)
    }
    const list = ({ uri }: TimeZonesRequest.Params): TimeZonesRequest.Result => {
      const open = host.documents.get(uri)
      return open === undefined ? [] : findTimeZones(open.document.report)
    }
    host.connection.onRequest<ConvertTimeZoneRequest.Result, void>(
      ConvertTimeZoneRequest.method,
      answer('Converting the time zone', host, convert),
    )
    host.connection.onRequest(TimeZonesRequest.method, answer('Listing the time zones', host, list))
  },
}
