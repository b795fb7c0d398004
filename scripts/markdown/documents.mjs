// The documents and the edits that the benchmark measures the Markdown layer with.

const words =
  'the queue grew faster than the workers could drain it and requests began to wait longer than the limit of the proxy so the pool was emptied again while alerts stayed silent because the threshold had been raised during the migration'.split(
    ' ',
  )

/** A reproducible source of random integers. */
function randomIntegers(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

/** A report of about `size` characters. Every section has every kind of markup. */
export function report(size) {
  const next = randomIntegers(7)
  const sentence = (length) => {
    const picked = Array.from({ length }, () => words[next(words.length)])
    picked[0] = picked[0][0].toUpperCase() + picked[0].slice(1)
    if (next(4) === 0) picked[1] = `**${picked[1]}**`
    if (next(5) === 0) picked[2] = `\`${picked[2]}\``
    if (next(6) === 0) picked[3] = `[${picked[3]}](https://status.example.org/${next(1000)})`
    return `${picked.join(' ')}.`
  }
  const paragraph = (count) => Array.from({ length: count }, () => sentence(9 + next(8))).join(' ')
  const text = ['---\ntitle: Checkout outage\nseverity: 2\n---\n\n# Checkout outage\n\n']
  let length = text[0].length
  for (let section = 1; length < size - 900; section += 1) {
    const part = [
      `## Section ${section}\n\n${paragraph(3)}\n\n**Impact:** ${sentence(12)}\n\n`,
      Array.from({ length: 5 }, (_, at) => `- 14:${10 + at} UTC - ${sentence(8)}\n`).join(''),
      `  - ${sentence(6)}\n\n${paragraph(2)} See [the log][log-${section}] and the note[^${section}].\n\n`,
      `| Service | Errors | State |\n| --- | ---: | --- |\n`,
      Array.from({ length: 4 }, () => `| ${words[next(words.length)]} | ${next(100)} % | ok |\n`).join(''),
      `\n\`\`\`sh\nkubectl rollout restart deploy/checkout-${next(50)}\n\`\`\`\n\n`,
      `1. ${sentence(7)}\n2. ${sentence(7)}\n3. ${sentence(5)}\n\n> ${sentence(10)}\n\n`,
      `[log-${section}]: https://logs.example.org/${section}\n\n[^${section}]: ${sentence(6)}\n\n`,
    ].join('')
    text.push(part)
    length += part.length
  }
  return text.join('')
}

export const confetti = (size) => repeated('The workers stopped.\n\n- restarted one\n\n', size)
export const table = (size) => `| a | b |\n| - | - |\n${repeated('| 14:02 | slow |\n', size)}`
export const fence = (size) => `\`\`\`\n${repeated('14:02:11 worker 3 timed out after 30 s\n', size)}\`\`\`\n`
export const list = (size) => repeated('- 14:02 a worker timed out\n', size)

function repeated(line, size) {
  return line.repeat(Math.ceil(size / line.length))
}

const section = `## What we learned

The alert fired late because its threshold had been raised in spring, and nobody had lowered it since.
We looked at the *database* first, which was a **wrong turn** of twenty minutes: \`pg_stat\` was quiet.

- The queue has no limit of its own
- Retries doubled the load
  - of one shard
- [x] Somebody paged the right team

| Step | Minutes | Who |
| --- | ---: | --- |
| Detect | 12 | alert |
| Mitigate | 41 | on-call |

1. Lower the threshold
2. Add a limit to the queue

\`\`\`sh
systemctl restart worker@3
\`\`\`

> Nothing was lost, says [the report][full].

[full]: https://reports.example.org/42

Next time we will read the dashboard before we restart anything, and write down what we see as we go.
`

/** Types a section at an offset, character by character, with an occasional typo that is deleted again. */
export function typing(offset) {
  const next = randomIntegers(11)
  const edits = []
  let at = offset
  const type = (character) => {
    edits.push({ start: at, end: at, text: character })
    at += 1
  }
  for (const character of section) {
    if (next(25) === 0) {
      type('x')
      at -= 1
      edits.push({ start: at, end: at + 1, text: '' })
    }
    type(character)
  }
  return edits
}
