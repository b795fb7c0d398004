export const options = { ui: 'bdd', timeout: 60_000, slow: 5_000 } as const

/** Settles as the editor expects of a suite: rejected when a test failed. */
export function runWith(mocha: Pick<Mocha, 'run'>): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()))
  })
}
