import { SaveConfigurationCommand } from '@postmortem/shared/links'
import {
  type CodeAction,
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
import type { Host } from '../../feature.ts'
import { toRange } from '../../positions.ts'
import { findRoot } from '../../workspaceFolders.ts'
import { mergeEqual } from './quickFixes.ts'
import { areMany, findAskedFor, kindOfSilencing } from './scope.ts'

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
  params: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
  { support, translate }: Pick<Host, 'support' | 'translate'>,
): CodeAction[] {
  const { resolvesEdits, createsFiles } = support
  const isSaved = !target.uri.startsWith('untitled:')
  const kind = kindOfSilencing(params.context.only)
  if (!resolvesEdits || !createsFiles || !isSaved || kind === null) return []
  const asked = findAskedFor(findings, params, target)
  if (areMany(asked)) return []
  const actions = asked.map((finding): CodeAction => {
    const data: Choice = { uri: target.uri, rule: finding.rule }
    return {
      title: translate(sentence`Disable ${finding.rule} in this workspace`),
      kind,
      diagnostics: [toDiagnostic(finding, target.uri, target.positions)],
      data,
    }
  })
  return mergeEqual(actions)
}

/** Reads the configuration file that a chosen action changes. Null if it is no action of these. */
export async function completeDisabling(action: CodeAction, host: Host): Promise<CodeAction | null> {
  const choice = action.data as Partial<Choice> | undefined
  if (typeof choice?.uri !== 'string' || typeof choice.rule !== 'string') return null
  const { uri, edit, task } = await disable(choice.uri, choice.rule, host)
  const command = toCommand([uri, choice.rule, task], host.translate)
  return { ...action, ...(edit !== null && { edit }), ...(host.support.commands && { command }) }
}

function toCommand(target: SaveConfigurationCommand.Arguments, translate: Translate): Command {
  return {
    title: translate(sentence`Save the configuration`),
    command: SaveConfigurationCommand.id,
    arguments: [...target],
  }
}

interface Disabling {
  /** The configuration file. */
  readonly uri: string
  /** Null if none is safe. */
  readonly edit: WorkspaceEdit | null
  readonly task: SaveConfigurationCommand.Task
}

/**
 * Edits the configuration in force for the document; if there is none, creates one at the root of the
 * workspace.
 */
async function disable(uri: string, rule: string, host: Host): Promise<Disabling> {
  const found = await host.service.configurations.find(uri)
  const [file] = found?.files ?? []
  if (file === undefined) return create(await findRoot(uri, host), rule)
  // If the file is open, the editor's text counts: it may not be saved yet.
  const open = host.configurationDocuments.get(file.address)
  const { document, positions } =
    open ?? readConfigurationText(file.address, 0, file.text, host.encodePositions)
  const edit = disableInConfiguration(nameOf(file.address), document.getText(), rule)
  if (edit === null) return { uri: document.uri, edit: null, task: 'show-unchanged' }
  const range = toRange(edit, positions)
  return {
    uri: document.uri,
    edit: {
      documentChanges: [
        TextDocumentEdit.create({ uri: document.uri, version: open?.document.version ?? null }, [
          { range, newText: edit.text },
        ]),
      ],
    },
    task: document.getText() === file.text ? 'save' : 'show-unsaved',
  }
}

function create(folder: string, rule: string): Disabling {
  const uri = join(folder, configurationNames[0] as string)
  const start = { line: 0, character: 0 }
  return {
    uri,
    edit: {
      documentChanges: [
        CreateFile.create(uri, { ignoreIfExists: true }),
        TextDocumentEdit.create({ uri, version: null }, [
          { range: { start, end: start }, newText: writeDisabled(rule) },
        ]),
      ],
    },
    task: 'save',
  }
}
