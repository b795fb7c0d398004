import * as vscode from 'vscode'

/** The documents in a tab or a visible editor. VS Code itself keeps more of them in memory. */
export function openUris(): ReadonlySet<string> {
  const inTabs = allTabs().flatMap(({ input }) => urisIn(input))
  const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri)
  return new Set([...inTabs, ...shown].map((uri) => uri.toString()))
}

export function isInTab(uri: vscode.Uri): boolean {
  return allTabs().some(({ input }) => urisIn(input).some((each) => each.toString() === uri.toString()))
}

/** Both sides of a comparison count as the document that can be edited. */
export function editableSideOf(uri: vscode.Uri): vscode.Uri {
  for (const { input, isActive } of allTabs()) {
    if (!isActive || !(input instanceof vscode.TabInputTextDiff)) continue
    if (input.original.toString() === uri.toString()) return input.modified
  }
  return uri
}

export function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  )
  return group?.viewColumn
}

function allTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)
}

function urisIn(input: unknown): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri]
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : []
}
