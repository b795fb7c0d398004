import { describe, expect, it } from 'vitest'
import { severitiesOf } from './findings.ts'

describe('a cause that names an error of somebody', () => {
  const severities = (cause: string) =>
    severitiesOf(
      'cause-human-error',
      `# Postmortem: lost roles\n\n## Root Cause\n\n${cause}\n\n## Timeline\n\nText.\n`,
    )

  it('is only an information where it sums up a longer analysis', () => {
    const analysis =
      '1. The command drops its namespace for kinds that belong to the whole cluster, and then deletes all of them. The documentation says so in one line.\n2. Roles that the cluster cannot live without are deleted like all others, and come back only with the next start of the controller.'
    expect(severities(`${analysis}\n\nThe first is operator error; the second is how it was built.`)).toEqual(
      ['information'],
    )
    expect(severities('It went down due to human error.')).toEqual(['warning'])
  })

  it.each([
    'The tool does not ask before it deletes a role.\n\nThe first step was an operator error.',
    'It was an operator error.\n\n- Anybody who may read roles may delete them.',
    'It was an operator error; there is no second review of what is deleted.',
    'An operator error. The two clusters look the same in the prompt.',
  ])('is not reported beside what made it possible: %s', (cause) => {
    expect(severities(cause)).toEqual([])
  })

  it.each([
    'It was an operator error. No requests were answered.',
    'It was a human error. We checked the limits, and all tests passed.',
  ])('is reported beside what else happened: %s', (cause) => {
    expect(severities(cause)).toEqual(['warning'])
  })

  it('is only an information in a cause in few words before the whole analysis', () => {
    const analysis =
      'The script was meant to bring the tables up to date, but it locked them in the wrong order. Each worker waited for the next one, so that no request was answered. It had run with one worker only so far, and the alert on long waits was off for the maintenance.'
    const text = `Issues summary\nDuration: 2 hours\nImpact:\nNobody could log in.\nRoot Cause:\nA failure of the tables, made worse by human error.\nTimeline (UTC):\n10:00: Slow.\n12:00: Restored.\nRoot cause and resolution\n${analysis}\n`
    expect(severitiesOf('cause-human-error', `Postmortem: slow\n\n${text}`)).toEqual(['information'])
  })

  it('is only an information in a summary if the sections after it say how it came about', () => {
    const analysis =
      'The tool takes any key, and a blank in it makes two of them, so that all keys below it are deleted. '
    const report = (more: string) =>
      `# Postmortem\n\n## Summary\n\nAn operator error took the service down.\n\n## Root Cause\n\n${more}\n`
    expect(severitiesOf('cause-human-error', report(analysis.repeat(3)))).toEqual(['information'])
    expect(severitiesOf('cause-human-error', report('A key.'))).toEqual(['warning'])
  })
})
