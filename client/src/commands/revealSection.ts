import type { Position } from '@postmortem/shared/position'
import * as vscode from 'vscode'
import type { Reports } from '../reports.ts'
import { showText } from '../showText.ts'

/** Puts the cursor at a position in the report in front, such as a section's title. */
export async function revealSection({ front }: Reports, { line, character }: Position): Promise<void> {
  if (front === undefined) return
  const position = new vscode.Position(line, character)
  await showText(front, { selection: new vscode.Range(position, position) })
}
