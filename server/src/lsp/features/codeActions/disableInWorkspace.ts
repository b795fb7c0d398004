import { SaveConfigurationCommand } from '@postmortem/shared/links'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  CreateFile,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Finding } from '../../../checking/rule.ts'
import { join, nameOf } from '../../../config/address.ts'
import { disableInConfiguration, writeDisabled } from '../../../config/disableRule.ts'
import { configurationNames } from '../../../config/files.ts'
import { sentence } from '../../../messages/sentence.ts'
import type { Translate } from '../../../messages/translate.ts'
import { readConfigurationText } from '../../configurationText.ts'
import { type EditTarget, toDiagnostic } from '../../convert.ts'
import { answerLater, type Feature, type Host } from '../../feature.ts'
import { toRange } from '../../positions.ts'
import { findRoot } from '../../workspaceFolders.ts'
import { completeRemedy } from './remedies.ts'
import { isWanted, overlap } from './scope.ts'

/**
 * The data of an action that has no edit yet: configuration files are read only once the action is chosen.
 */
interface Choice {
  readonly uri: string
  readonly rule: string
}

/** Offers to turn off each rule that has a finding in the range that the editor asks about. */
export function findWorkspaceActions(
  findings: readonly Finding[],
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
  { support, translate }: Pick<Host, 'support' | 'translate'>,
): CodeAction[] {
  const { resolvesEdits, createsFiles } = support
  const isSaved = !target.uri.startsWith('untitled:')
  if (!resolvesEdits || !createsFiles || !isSaved || !isWanted(CodeActionKind.QuickFix, context.only))
    return []
  const actions = new Map<string, CodeAction>()
  for (const finding of findings) {
    const diagnostic = toDiagnostic(finding, target.uri, target.positions)
    if (!overlap(diagnostic.range, range)) continue
    const diagnostics = [...(actions.get(finding.rule)?.diagnostics ?? []), diagnostic]
    const data: Choice = { uri: target.uri, rule: finding.rule }
    actions.set(finding.rule, {
      title: translate(sentence`Disable ${finding.rule} in this workspace`),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      data,
    })
  }
  return [...actions.values()]
}

/** Resolves the edit of a chosen action, which changes another file. */
export const workspaceDisabling: Feature = {
  capabilities: {},
  register: (host) => {
    const complete = async (action: CodeAction): Promise<CodeAction> => {
      const remedied = await completeRemedy(action, host)
      if (remedied !== null) return remedied
      const choice = action.data as Partial<Choice> | undefined
      if (typeof choice?.uri !== 'string' || typeof choice.rule !== 'string') return action
      const found = await disable(choice.uri, choice.rule, host)
      if (found === null) return action
      const { edit, unsaved } = found
      const isSaving = unsaved !== null && host.support.commands
      return { ...action, edit, ...(isSaving && { command: toSaving(unsaved, host.translate) }) }
    }
    host.connection.onCodeActionResolve(
      answerLater('Completing a code action', host, complete) as Parameters<
        typeof host.connection.onCodeActionResolve
      >[0],
    )
  },
}

function toSaving(uri: string, translate: Translate): Command {
  const target: SaveConfigurationCommand.Arguments = [uri]
  return {
    title: translate(sentence`Save the configuration`),
    command: SaveConfigurationCommand.id,
    arguments: [...target],
  }
}

interface Disabling {
  readonly edit: WorkspaceEdit
  /** The file that the edit leaves unsaved without anybody seeing it; null if the file is open. */
  readonly unsaved: string | null
}

/**
 * Edits the configuration in force for the document; if there is none, creates one at the root of the
 * workspace.
 */
async function disable(uri: string, rule: string, host: Host): Promise<Disabling | null> {
  const found = await host.service.configurations.find(uri)
  const [file] = found?.files ?? []
  if (file === undefined) return create(await findRoot(uri, host), rule)
  // If the file is open, the editor's text counts: it may not be saved yet.
  const open = host.configurationDocuments.get(file.address)
  const { document, positions } =
    open ?? readConfigurationText(file.address, 0, file.text, host.encodePositions)
  const edit = disableInConfiguration(nameOf(file.address), document.getText(), rule)
  if (edit === null) return null
  const range = toRange(edit, positions)
  return {
    edit: {
      documentChanges: [
        TextDocumentEdit.create({ uri: document.uri, version: open?.document.version ?? null }, [
          { range, newText: edit.text },
        ]),
      ],
    },
    unsaved: open === undefined ? document.uri : null,
  }
}

function create(folder: string, rule: string): Disabling {
  const uri = join(folder, configurationNames[0] as string)
  const start = { line: 0, character: 0 }
  return {
    edit: {
      documentChanges: [
        CreateFile.create(uri, { ignoreIfExists: true }),
        TextDocumentEdit.create({ uri, version: null }, [
          { range: { start, end: start }, newText: writeDisabled(rule) },
        ]),
      ],
    },
    unsaved: uri,
  }
}
