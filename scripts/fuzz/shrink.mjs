const maxTries = 300
const maxMilliseconds = 30_000

/** The smallest attempt that still fails, by leaving out parts of its texts and lists for as long as that helps. */
export async function shrink(attempt, { check }) {
  const deadline = performance.now() + maxMilliseconds
  let best = { attempt, reason: await check(attempt) }
  let tries = 0
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false
    for (const candidate of smallerThan(best.attempt)) {
      tries += 1
      if (tries > maxTries || performance.now() > deadline) return best
      const reason = await check(candidate)
      if (reason === null) continue
      best = { attempt: candidate, reason }
      isSmaller = true
      break
    }
  }
  return best
}

/** The same value with a half, a quarter… of one of its texts or lists left out. */
function* smallerThan(value) {
  if (typeof value === 'string' || Array.isArray(value)) {
    for (let size = Math.ceil(value.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let start = 0; start < value.length; start += size) {
        const [before, after] = [value.slice(0, start), value.slice(start + size)]
        yield typeof value === 'string' ? before + after : [...before, ...after]
      }
    }
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    for (const smaller of smallerThan(part)) {
      if (Array.isArray(value)) yield Object.assign([...value], { [key]: smaller })
      else yield { ...value, [key]: smaller }
    }
  }
}
