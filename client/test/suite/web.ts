import 'mocha/mocha.js'
import { Reporter } from './reporter.ts'
import { options, runWith } from './run.ts'

mocha.setup({ ...options, reporter: Reporter as unknown as Mocha.ReporterConstructor })

/** The entry for the extension host in a web worker: that the same engine is behind that door. */
export async function run(): Promise<void> {
  await import('./start.ts')
  await import('./diagnostics.test.ts')
  await import('./quickFix.test.ts')
  await import('./wordCount.test.ts')
  await import('./outline.test.ts')
  await import('./incidents.test.ts')
  await import('./pictures.test.ts')
  await import('./ordinaryMarkdown.test.ts')
  await import('./links.test.ts')
  await import('./programs.test.ts')
  return runWith(mocha)
}
