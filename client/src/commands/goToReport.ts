import type { Reports } from '../reports.ts'
import { showText } from '../showText.ts'

/** From a document that is none, back to the report that is open beside it. */
export async function goToReport({ lastOpen }: Reports): Promise<void> {
  if (lastOpen !== undefined) await showText(lastOpen)
}
