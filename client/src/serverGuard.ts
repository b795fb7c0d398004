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

/** A server that ends more often than this would end again. The period is in milliseconds. */
const restartLimit = { maxRestarts: 3, period: 3 * 60_000 }

export interface ServerGuard {
  /** Fires when the server is gone and will not be started again until the window is reloaded. */
  readonly onDidLose: vscode.Event<void>
  /**
   * Acts once the server runs. If it cannot run, the user sees that message, not the failure of the action.
   */
  readonly run: (act: () => unknown) => Promise<unknown>
}

/**
 * Creates a client whose server is silently restarted a few times if it ends. If that does not help, or the
 * server does not start at all, the user is told once; everything else goes to the log.
 */
export function guardServer(
  create: CreateLanguageClient,
  options: LanguageClientOptions,
): { readonly client: BaseLanguageClient; readonly guard: ServerGuard } {
  const lost = new vscode.EventEmitter<void>()
  let isLost = false
  let endings: readonly number[] = []

  const lose = () => {
    if (isLost) return
    isLost = true
    lost.fire()
    void showFailure()
  }
  const mayRestart = (now: number) => {
    endings = [...endings.filter((end) => now - end < restartLimit.period), now]
    return endings.length <= restartLimit.maxRestarts
  }
  const client = create({
    ...options,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        if (client.isRunning() && mayRestart(Date.now()))
          return { action: CloseAction.Restart, handled: true }
        lose()
        return { action: CloseAction.DoNotRestart, handled: true }
      },
    },
  })
  client.onDidChangeState(({ newState }) => {
    if (newState === State.StartFailed) lose()
  })
  // The library would show several messages about the same failure, and fails to stop a server that never
  // started.
  const { error, stop } = client
  client.error = (message, data) => error.call(client, message, data, false)
  client.stop = (timeout) => stop.call(client, timeout).catch(() => {})

  const showFailure = async () => {
    const [reload, log] = [t('Reload Window'), t('Show Log')]
    const message = t(
      'Reports are not checked because the Postmortem server is not running. Reload the window.',
    )
    const chosen = await vscode.window.showErrorMessage(message, reload, log)
    if (chosen === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow')
    if (chosen === log) client.outputChannel.show()
  }
  const run = async (act: () => unknown) => {
    if (isLost) {
      void showFailure()
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
