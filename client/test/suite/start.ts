import { discardChanges, findExtension, openReport } from './editor.ts'
import { eventually } from './expect.ts'

// Around the whole suite: where the extension does not start on its own, one failure tells it and nothing else runs.
before('a Markdown file starts the extension', async () => {
  await openReport('checkout-outage.md')
  await eventually('the extension', () => findExtension().exports?.outline)
  await discardChanges()
})
