import type { Reports } from '../reports.ts'
import { showText } from '../showText.ts'

/** Goes from any other document back to the report that changed last. */
export async function goToReport({ lastOpen }: Reports): Promise<void> {
  if (lastOpen !== undefined) await showText(lastOpen)
}
