import * as vscode from 'vscode'

/** Creates a file. If the name is taken, a number is added: `report-2.md`. */
export async function createFile(wanted: vscode.Uri, text: string): Promise<vscode.Uri> {
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wanted.path : wanted.path.replace(/(\.[^./]+)$/, `-${number}$1`)
    const uri = wanted.with({ path })
    if (await exists(uri)) continue
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
    return uri
  }
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}
