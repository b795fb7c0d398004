import * as vscode from 'vscode'
import { discardChanges, openReport, selectedLine, selectedText } from './editor.ts'
import { eventually, expectEqual, expectMatch } from './expect.ts'

const entries = (report: vscode.TextEditor) =>
  report.document
    .getText()
    .split('\n')
    .filter((line) => / - The | - An /.test(line))
    .map((line) => line.slice(2, 11))

const asWritten = ['01:30 EAT', '02:20 EAT', '01:42 EAT', '02:35 EAT', '02:50 EAT', '03:00 EAT']

describe('The timeline', () => {
  afterEach(discardChanges)

  it('shows at each entry how long after the start it happened', async () => {
    const report = await openReport('mail-delay.md')
    expectEqual(await shownHints(report, 6), ['+00:00', '+00:50', '+00:12', '+01:05', '+01:20', '+01:30'])
  })

  it('shows no elapsed time where the setting says so', async () => {
    const report = await openReport('mail-delay.md')
    await shownHints(report, 6)
    const settings = vscode.workspace.getConfiguration('postmortem')
    await settings.update('timeline.elapsedHints', false, vscode.ConfigurationTarget.Global)
    await shownHints(report, 0)
    await settings.update('timeline.elapsedHints', undefined, vscode.ConfigurationTarget.Global)
    await shownHints(report, 6)
  })

  it('has its figures above the title, and a click goes to the line that one comes from', async () => {
    const report = await openReport('mail-delay.md')
    const lenses = await eventually('4 lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        report.document.uri,
        10,
      )
      return found.length === 4 ? found : undefined
    })
    expectEqual(
      lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`),
      [
        '0 Duration: 1 h 30 min',
        '0 Time to detect: 12 min',
        '0 Time to mitigate: 1 h 20 min',
        '0 Time to resolve: 1 h 30 min',
      ],
    )
    const { command, arguments: target = [] } = lenses[1]!.command!
    await vscode.commands.executeCommand(command, ...target)
    expectMatch(selectedLine(report), /An alert on the length of the queue/)
  })

  it('explains a time under the pointer', async () => {
    const report = await openReport('mail-delay.md')
    const place = report.document.positionAt(report.document.getText().indexOf('01:42 EAT') + 2)
    const text = await eventually('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        report.document.uri,
        place,
      )
      const contents = hovers.flatMap((hover) => hover.contents)
      return contents
        .map((each) => (typeof each === 'string' ? each : each.value))
        .find((each) => each !== '')
    })
    expectMatch(text, /\*\*UTC:\*\* 2026-03-14 22:42\n/)
    expectMatch(text, /\*\*Elapsed:\*\* \+00:12 since the start/)
    expectMatch(text, /\*\*Zone:\*\* EAT, written beside it\n/)
  })

  it('is sorted by a command, and one undo takes it back', async () => {
    const report = await openReport('mail-delay.md')
    const before = report.document.getText()
    await shownHints(report, 6)
    await vscode.commands.executeCommand('postmortem.sortTimeline')
    expectEqual(entries(report), [
      '01:30 EAT',
      '01:42 EAT',
      '02:20 EAT',
      '02:35 EAT',
      '02:50 EAT',
      '03:00 EAT',
    ])
    await vscode.commands.executeCommand('undo')
    expectEqual(report.document.getText(), before)
  })

  it('is sorted around an entry that is not certain, and that entry is selected', async () => {
    const report = await openReport('mail-delay.md')
    const before = report.document.getText()
    const place = report.document.positionAt(before.indexOf('- 01:42 EAT'))
    const lines = ['  - Nobody else was told.', '- 02:30 IST - The other team was called.', '']
    await report.edit((edit) => edit.insert(place, lines.join('\n')))
    await vscode.commands.executeCommand('postmortem.sortTimeline')
    expectEqual(entries(report), [
      '01:30 EAT',
      '01:42 EAT',
      '02:30 IST',
      '02:20 EAT',
      '02:35 EAT',
      '02:50 EAT',
      '03:00 EAT',
    ])
    await eventually('the entry in doubt', () => selectedText(report) === '02:30 IST' || undefined)
    expectMatch(selectedLine(report), /^- 02:30 IST - The other team/)
  })

  it('is written in another time zone by a command, and one undo takes it back', async () => {
    const report = await openReport('mail-delay.md')
    const before = report.document.getText()
    await shownHints(report, 6)
    await vscode.commands.executeCommand('postmortem.convertTimeZone', 'UTC')
    expectEqual(entries(report), [
      '22:30 UTC',
      '23:20 UTC',
      '22:42 UTC',
      '23:35 UTC',
      '23:50 UTC',
      '00:00 UTC',
    ])
    expectMatch(report.document.getText(), /from March 14, 2026, 22:30 to 00:00 UTC\n/)
    await vscode.commands.executeCommand('undo')
    expectEqual(report.document.getText(), before)
    expectEqual(entries(report), asWritten)
  })

  it('offers these and a diagram as refactorings', async () => {
    const report = await openReport('mail-delay.md')
    const place = report.document.positionAt(report.document.getText().indexOf('02:35 EAT'))
    const titles = await eventually('the refactorings', async () => {
      const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        report.document.uri,
        new vscode.Range(place, place),
        vscode.CodeActionKind.Refactor.value,
      )
      const found = actions.map(({ title }) => title).filter((title) => /timeline/.test(title))
      return found.length > 0 ? found : undefined
    })
    expectEqual(titles, [
      'Sort the timeline',
      'Convert the timeline to UTC',
      'Insert timeline as Mermaid diagram',
    ])
  })
})

function shownHints({ document }: vscode.TextEditor, count: number): Promise<readonly string[]> {
  return eventually(`${count} hints`, async () => {
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    )
    if (hints.length !== count) return undefined
    return hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    )
  })
}
