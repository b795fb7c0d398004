import { dayName, type ListedTask } from '../taskList.ts'

/** The tasks as to-dos of a calendar, as of RFC 5545. */
export function writeIcs(tasks: readonly ListedTask[], now: number): string {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const seen = new Map<string, number>()
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Postmortem//Action items//EN',
    ...tasks.flatMap((each) => writeTodo(each, stamp, seen)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function writeTodo({ task, incident }: ListedTask, stamp: string, seen: Map<string, number>): string[] {
  const { text, done, owner, dueDay, ticket, line } = task
  const details = [
    `${incident.title} (${incident.file}:${line})`,
    ...(owner === null ? [] : [`Owner: ${owner}`]),
    ...(ticket === null ? [] : [`Ticket: ${ticket}`]),
  ]
  return [
    'BEGIN:VTODO',
    `UID:${identify(`${incident.file} ${text}`, seen)}@postmortem`,
    `DTSTAMP:${stamp}`,
    `SUMMARY:${escapeText(text)}`,
    `DESCRIPTION:${details.map(escapeText).join('\\n')}`,
    ...(dueDay === null ? [] : [`DUE;VALUE=DATE:${dayName(dueDay).replaceAll('-', '')}`]),
    `STATUS:${done ? 'COMPLETED' : 'NEEDS-ACTION'}`,
    'END:VTODO',
  ]
}

/** The same for the same task in the same report, so that a calendar updates it; lines may move. */
function identify(name: string, seen: Map<string, number>): string {
  let [high, low] = [0x811c9dc5, 0x1000193]
  for (let index = 0; index < name.length; index += 1) {
    high = Math.imul(high ^ name.charCodeAt(index), 16777619)
    low = Math.imul(low + name.charCodeAt(index), 2654435761)
  }
  const id = [high, low].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
  const count = seen.get(id) ?? 0
  seen.set(id, count + 1)
  return count === 0 ? id : `${id}-${count}`
}

function escapeText(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ').replace(/[\\;,]/g, '\\$&')
}

const maxLineBytes = 75

/** Long lines go on after a line break and a space, never within a character. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (bytes + size > maxLineBytes) {
      parts.push(part)
      part = ''
      // The space that begins the next line counts.
      bytes = 1
    }
    part += character
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}
