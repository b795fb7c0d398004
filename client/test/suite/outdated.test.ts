import { execFileSync } from 'node:child_process'
import * as vscode from 'vscode'
import { discardChanges, openReport } from './editor.ts'
import { eventually, expectEqual } from './expect.ts'

const newer = 'The text is newer now.\n\n'

const changes = [
  { file: 'search-outage.md', command: 'insertMissingSections' },
  { file: 'mail-delay.md', command: 'newEntry', values: ['02:10 EAT'] },
  { file: 'mail-delay.md', command: 'sortTimeline' },
  { file: 'mail-delay.md', command: 'convertTimeZone', values: ['UTC'] },
]

describe('An answer that was computed for an older text', () => {
  afterEach(discardChanges)

  for (const { file, command, values = [] } of changes) {
    it(`is not applied by ${command}`, async function () {
      // Nothing there stops a process for a while.
      if (process.platform === 'win32') this.skip()
      const report = await openReport(file)
      const before = report.document.getText()
      const server = await eventually('the server', findServer)
      process.kill(server, 'SIGSTOP')
      let answered: Thenable<unknown>
      try {
        answered = vscode.commands.executeCommand(`postmortem.${command}`, ...values)
        // What is asked of the editor itself takes longer than sending the request.
        await report.edit((edit) => edit.insert(new vscode.Position(0, 0), newer))
      } finally {
        process.kill(server, 'SIGCONT')
      }
      await answered
      expectEqual(report.document.getText(), newer + before)
    })
  }
})

/** The extension host starts it, in a process of its own. */
function findServer(): number | undefined {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const fields = processes.map((line) => line.trim().split(/\s+/))
  const ours = fields.find(
    ([, parent, ...args]) => Number(parent) === process.pid && /dist\/server\.js/.test(args.join(' ')),
  )
  return ours && Number(ours[0])
}
