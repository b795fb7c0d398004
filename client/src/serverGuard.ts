import * as vscode from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient'
import type { CreateLanguageClient } from './languageClient.ts'

const { t } = vscode.l10n

/** A server that ends more often than this, in so many milliseconds, would do so again. */
const patience = { restarts: 3, period: 3 * 60_000 }

export interface ServerGuard {
  /** There is no server any more, and there will be none before the window is loaded again. */
  readonly onDidLose: vscode.Event<void>
  /** Acts as soon as the server runs. Where there is none, its user is told that, and not how the act failed. */
  readonly run: (act: () => unknown) => Promise<unknown>
}

/**
 * Makes a client whose server is started again without a word when it ends, a few times. When that does not help, or
 * when it does not even start, its user is told once, and everything else is in the log.
 */
export function guardServer(
  create: CreateLanguageClient,
  options: LanguageClientOptions,
): { readonly client: BaseLanguageClient; readonly guard: ServerGuard } {
  const lost = new vscode.EventEmitter<void>()
  let isLost = false
  let ends: readonly number[] = []

  const lose = () => {
    if (isLost) return
    isLost = true
    lost.fire()
    void tell()
  }
  const mayStartAgain = (now: number) => {
    ends = [...ends.filter((end) => now - end < patience.period), now]
    return ends.length <= patience.restarts
  }
  const client = create({
    ...options,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        if (client.isRunning() && mayStartAgain(Date.now()))
          return { action: CloseAction.Restart, handled: true }
        lose()
        return { action: CloseAction.DoNotRestart, handled: true }
      },
    },
  })
  client.onDidChangeState(({ newState }) => {
    if (newState === State.StartFailed) lose()
  })
  // The library would tell the same several times, each time in other words, and fails to stop what never started.
  const { error, stop } = client
  client.error = (message, data) => error.call(client, message, data, false)
  client.stop = (timeout) => stop.call(client, timeout).catch(() => {})

  const tell = async () => {
    const [reload, log] = [t('Reload Window'), t('Show Log')]
    const message = t(
      'No report is checked, because the server of Postmortem does not run. Reload the window.',
    )
    const chosen = await vscode.window.showErrorMessage(message, reload, log)
    if (chosen === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow')
    if (chosen === log) client.outputChannel.show()
  }
  const run = async (act: () => unknown) => {
    if (isLost) {
      void tell()
      return undefined
    }
    try {
      await client.start()
      return await act()
    } catch (error) {
      if (!isLost) throw error
      return undefined
    }
  }
  return { client, guard: { onDidLose: lost.event, run } }
}
