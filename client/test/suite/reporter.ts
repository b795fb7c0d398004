/** Begins each line on which the suite speaks to the runner outside, in whichever host it runs. */
const mark = '@postmortem-test'

export class Reporter {
  constructor(runner: Mocha.Runner) {
    runner.on('pass', (test) => report({ passed: test.fullTitle(), milliseconds: test.duration }))
    runner.on('fail', (test, error) =>
      report({ failed: test.fullTitle(), error: error.stack ?? String(error) }),
    )
  }
}

function report(event: object): void {
  console.log(`${mark} ${JSON.stringify(event)}`)
}
