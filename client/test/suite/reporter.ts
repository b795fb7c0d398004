/** Begins each line on which the suite speaks to the runner outside, in whichever host it runs. */
const mark = '@postmortem-test'

export class Reporter {
  constructor(runner: Mocha.Runner) {
    runner.on('pass', (test) => say({ passed: test.fullTitle(), milliseconds: test.duration }))
    runner.on('fail', (test, error) => say({ failed: test.fullTitle(), error: error.stack ?? String(error) }))
  }
}

export function say(event: object): void {
  console.log(`${mark} ${JSON.stringify(event)}`)
}
