// How a report is begun. These come last: the editor lists the findings of a new report for minutes after it is closed.

const inLight = ['light']

export const beginning = [
  {
    name: 'new-template',
    inDocs: inLight,
    async show(window) {
      await window.runCommand('Postmortem: New Postmortem from Template…')
      await window.option('Holberton').waitFor()
      return [window.page.locator('.quick-input-widget')]
    },
  },
  {
    name: 'new-report',
    inDocs: inLight,
    async show({ page, press, ...window }) {
      await window.runCommand('Postmortem: New Postmortem from Template…')
      await window.option('Holberton').waitFor()
      await press('Enter')
      await page.getByText('What happened, in a few words?').waitFor()
      await page.keyboard.type('Images missing from the shop')
      await press('Enter')
      await window.option('SEV2').click()
      await page.getByText('When did it start, in UTC?').waitFor()
      await page.keyboard.type('00:10')
      await press('Enter')
      await page.getByText('When did it end, in UTC?').waitFor()
      await press('Enter')
      await window.option('-images-missing').click()
      await window.line('# Postmortem: Images missing').waitFor()
      await window.statusItem(/words/).waitFor()
      return [page.locator('.part.editor')]
    },
  },
]
