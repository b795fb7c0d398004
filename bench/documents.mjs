/**
 * Reports of any size for measuring. A longer report has more of everything: entries, paragraphs, tasks, links.
 * They are the same every time.
 */

const symptoms = [
  'checkout answered with errors for one request in five',
  'the queue of the mail service grew past forty thousand messages',
  'logins took longer than twenty seconds in two regions',
  'the search page showed results of the day before',
  'half of the uploads ended without a file',
  'the status page stayed green although nobody could pay',
]
const steps = [
  'the on-call engineer was paged by the latency alert and opened the dashboard',
  'the database team restarted the replica, which did not help',
  'we rolled the release back to the build of the morning',
  'support reported the first tickets from customers in the forum',
  'the connection pool was found to be exhausted on every host',
  'traffic was moved to the second region and errors fell below one percent',
]
const thoughts = [
  'The configuration was generated from a template that nobody had read since spring.',
  'A check compares the size of the pool with the number of workers before a release is built.',
  'The dashboard shows an average, and the average hides what a tenth of the customers see.',
  'Each retry opened a connection of its own, so a slow database became a dead one.',
  'The runbook names a host that was switched off last year, and the search for the new one took time.',
]
const owners = ['Mira', 'Jonas', 'Aiko', 'Tomás', 'Lena']

const pick = (list, index) => list[index % list.length]
const two = (number) => String(number).padStart(2, '0')

function entry(index) {
  const minute = 8 * 60 + index
  const day = 4 + Math.floor(minute / 1440)
  const clock = `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`
  const text = `${pick(steps, index)}, while ${pick(symptoms, index * 5 + 1)}.`
  return `- **2024-03-${two(1 + (day % 28))} ${clock} UTC** – ${text[0].toUpperCase()}${text.slice(1)}\n`
}

function paragraph(index) {
  const sentences = [0, 1, 2, 3].map((each) => pick(thoughts, index * 3 + each))
  const link = index % 4 === 0 ? ` See [the graph](https://graphs.example.com/d/${index}).` : ''
  return `${sentences.join(' ')}${link}\n\n`
}

function task(index) {
  return `- [ ] ${pick(['Alert on', 'Limit', 'Document', 'Test'], index)} the pool of service ${index} (owner: ${pick(
    owners,
    index,
  )}, due: 2024-05-${two(1 + (index % 28))})\n`
}

function repeat(write, characters) {
  let text = ''
  for (let index = 0; text.length < characters; index += 1) text += write(index)
  return text
}

const head = `# Postmortem: checkout was down

## Summary

**Start:** 2024-03-05 08:00 UTC
**End:** 2024-03-05 10:30 UTC
**Severity:** SEV-2

`

/** One incident: a third is timeline, a third is prose, the rest is tasks. */
export function report(size) {
  const part = (size - head.length) / 6
  return `${head}${repeat(paragraph, part)}## Impact

${repeat(paragraph, part / 2)}## Timeline

${repeat(entry, part * 2)}
## Root Cause

${repeat(paragraph, part)}## Resolution

${repeat(paragraph, part / 2)}## Action Items

${repeat(task, part)}`
}

/** Many small sections in one report, as an archive or a long analysis has them. */
export function sections(size) {
  const write = (index) =>
    `### ${pick(['What went well', 'Contributing factors', 'Background', 'Detection', 'Analysis of host'], index)} ${index}\n\n${paragraph(index)}`
  return `${report(2_500)}\n## Lessons Learned\n\n${repeat(write, size - 2_500)}`
}

/** Ordinary Markdown that is not about an incident. */
export function manual(size) {
  const write = (index) =>
    `## Chapter ${index}\n\nThe parser reads one block at a time, and keeps it until its text changes. An option has a name,\na default and a place in the file.\n\n- Set \`level\` to ${index} for a shorter list.\n- Leave it out otherwise.\n\n\`\`\`js\nrun({ level: ${index} })\n\`\`\`\n\n`
  return `# The manual\n\n${repeat(write, size)}`
}
