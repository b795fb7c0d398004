import type { Host } from './feature.ts'

/**
 * Shows the writer that something takes long, where the editor can, until the returned function is called. The editor
 * has to agree first, which may take longer than the work.
 */
export function showWork({ connection }: Pick<Host, 'connection'>, title: string): () => void {
  let isDone = false
  let end = () => {
    isDone = true
  }
  connection.window.createWorkDoneProgress().then(
    (progress) => {
      end = () => progress.done()
      progress.begin(title)
      if (isDone) end()
    },
    (error: unknown) => connection.console.warn(`The editor shows no progress: ${String(error)}`),
  )
  return () => end()
}
