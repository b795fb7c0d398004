import { readInstant } from './instants.ts'
import { textOf } from './jsonFields.ts'
import { exactly, type PastedEvent, type TextReader } from './pastedEvent.ts'

/** The output of `journalctl` in the formats that name the zone: `short-iso` and `json`. */
export const readJournal: TextReader = (text) => {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !/^-- .* --$/.test(line))
  const events: PastedEvent[] = []
  for (const line of lines) {
    const event = line.startsWith('{') ? readObject(line) : readLine(line)
    if (event === null) return null
    events.push(event)
  }
  return events.length === 0 ? null : events
}

const isoLine =
  /^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)) (?<host>[\w.-]{1,253}) (?<unit>[\w@.\\/-]{1,200}(?::[\w@.\\/-]{1,200}){0,4})(?:\[\d{1,10}\])?: (?<message>\S.{0,4000})$/

function readLine(line: string): PastedEvent | null {
  const groups = isoLine.exec(line.trimEnd())?.groups
  const instant = groups === undefined ? null : readInstant(groups.time ?? '')
  return instant === null ? null : exactly(instant, `${groups?.unit}: ${groups?.message}`)
}

function readObject(line: string): PastedEvent | null {
  const data = parse(line)
  const [stamp, message] = [textOf(data, '__REALTIME_TIMESTAMP'), textOf(data, 'MESSAGE')]
  if (stamp === null || message === null || !/^\d{16}$/.test(stamp)) return null
  const unit = textOf(data, 'SYSLOG_IDENTIFIER') ?? textOf(data, '_SYSTEMD_UNIT')
  return exactly(Math.floor(Number(stamp) / 1000), unit === null ? message : `${unit}: ${message}`)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
