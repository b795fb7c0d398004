import Mocha from 'mocha'
import { Reporter } from './reporter.ts'
import { options, runWith } from './run.ts'

/** The entry for the extension host in Node.js: everything a writer can do. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ...options, reporter: Reporter as unknown as Mocha.ReporterConstructor })
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha)
  await import('./start.ts')
  await import('./diagnostics.test.ts')
  await import('./quickFix.test.ts')
  await import('./titleOnly.test.ts')
  await import('./wordCount.test.ts')
  await import('./outline.test.ts')
  await import('./incidents.test.ts')
  await import('./timeline.test.ts')
  await import('./pictures.test.ts')
  await import('./markdownPreview.test.ts')
  await import('./paste.test.ts')
  await import('./snippets.test.ts')
  await import('./links.test.ts')
  await import('./completion.test.ts')
  await import('./commands.test.ts')
  await import('./programs.test.ts')
  await import('./programLinks.test.ts')
  await import('./outdated.test.ts')
  await import('./ordinaryMarkdown.test.ts')
  return runWith(mocha)
}
