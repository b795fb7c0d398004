// Counts and prints what a suite reports, whichever way the report comes.
import { stripVTControlCharacters } from 'node:util'

/** Begins each line on which a suite inside an editor speaks. */
const mark = /^@postmortem-test (\{.*\})$/s

/** The name tells the lines of this suite from those of another one that runs beside it. */
export function createTally(suite) {
  const tally = {
    passed: 0,
    failed: 0,
    pass(name, milliseconds) {
      tally.passed += 1
      console.log(`  ✓ ${suite}: ${name} (${Math.round(milliseconds)} ms)`)
    },
    fail(name, reason) {
      tally.failed += 1
      console.log(
        `  ✗ ${suite}: ${name}\n${stripVTControlCharacters(String(reason)).replace(/^/gm, '      ')}`,
      )
    },
    /** Takes a line of an editor's console. */
    read(line) {
      const { passed, failed, milliseconds, error } = readEvent(line)
      if (passed) tally.pass(passed, milliseconds)
      if (failed) tally.fail(failed, error)
    },
  }
  return tally
}

/** What a suite says in this line; what it does not say is shown only when everything is. */
export function readEvent(line) {
  const event = mark.exec(line.trimEnd())?.[1]
  if (event === undefined && process.env.POSTMORTEM_TEST_VERBOSE) console.log(`    ${line}`)
  return event === undefined ? {} : JSON.parse(event)
}
