import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beginReport, templatesFor } from '../../beginReport.ts'
import { diskFiles } from '../../diskFiles.ts'
import { callTool, dataNotice, type ToolAnswer } from '../../programs/callTool.ts'
import { describeArguments, type Tool, type ToolContext } from '../../programs/tool.ts'
import { tools } from '../../programs/tools.ts'
import { createService, type Service } from '../../service.ts'
import type { Template } from '../../templates/template.ts'
import type { Terminal } from '../terminal.ts'
import { configurationsFor, createDiskReports } from './diskReports.ts'
import { type Answer, type Params, type Peer, RpcError, rpcErrors, toRecord } from './jsonRpc.ts'
import { Roots } from './roots.ts'

/** The revisions of the protocol that are answered in the same way, the newest first. */
const protocolVersions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const

const instructions = `Postmortem checks incident postmortems in Markdown. Begin with new_report or list_reports, check with check_report until no findings are left, and read explain_rule where a finding is not clear. The templates are resources. Nothing is ever written: save the texts that you are given yourself. ${dataNotice.replace('in this result', 'in the results')}`

const templateAddress = 'postmortem://template/'

interface Place {
  readonly roots: Roots
  readonly service: Service
}

type Method = (params: Params, signal: AbortSignal) => Promise<object>

/** Answers a program that speaks the Model Context Protocol. Without named folders, it may say which to read. */
export function answerPrograms(
  named: readonly string[],
  terminal: Pick<Terminal, 'folder' | 'version' | 'now' | 'writeError'>,
  peer: Peer,
): Answer {
  let clientNamesRoots = false

  const findRoots = async (): Promise<Roots> => {
    const folders = named.length > 0 ? named : clientNamesRoots ? await askForRoots(peer) : ['.']
    return new Roots(folders.map((each) => resolve(terminal.folder, each)))
  }
  /** The service lives as long as the request, so that it reads configuration files as they are now. */
  const openPlace = async (): Promise<Place> => {
    const roots = await findRoots()
    const write = (message: string) => terminal.writeError(`${message}\n`)
    const service = createService({
      logger: { warn: write, error: write },
      clock: terminal.now,
      files: roots.restrict(diskFiles),
    })
    return { roots, service }
  }
  const createContext = async (params: Params, signal: AbortSignal): Promise<ToolContext> => {
    const { roots, service } = await openPlace()
    const { progressToken } = toRecord(params._meta)
    const reportProgress = async (progress: number) => {
      if (progressToken !== undefined)
        await peer.notify('notifications/progress', { progressToken, progress })
    }
    return {
      reports: createDiskReports(roots, service),
      service,
      now: terminal.now,
      stopIfCancelled: () => signal.throwIfAborted(),
      reportProgress,
    }
  }

  const methods: Readonly<Record<string, Method>> = {
    initialize: async ({ protocolVersion, capabilities }) => {
      clientNamesRoots = 'roots' in toRecord(capabilities)
      return {
        protocolVersion: protocolVersions.find((each) => each === protocolVersion) ?? protocolVersions[0],
        capabilities: { tools: {}, resources: {} },
        serverInfo: { name: 'postmortem', title: 'Postmortem', version: terminal.version },
        instructions,
      }
    },
    ping: async () => ({}),
    'tools/list': async () => ({ tools: tools.map(describeTool) }),
    'tools/call': async (params, signal) => {
      const tool = tools.find(({ name }) => name === params.name)
      if (tool === undefined)
        throw new RpcError(rpcErrors.invalidParams, `There is no tool "${String(params.name)}".`)
      return toResult(await callTool(tool, toRecord(params.arguments), () => createContext(params, signal)))
    },
    'resources/list': async () => ({
      resources: (await listTemplates(await openPlace())).map(describeTemplate),
    }),
    'resources/templates/list': async () => ({ resourceTemplates: [] }),
    'resources/read': async ({ uri }) => readTemplate(uri, await openPlace()),
  }

  return async (method, params, signal) => {
    const found = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (found === undefined) throw new RpcError(rpcErrors.unknownMethod, `There is no method "${method}".`)
    return found(params, signal)
  }
}

function describeTool(tool: Tool): object {
  const { name, title, description } = tool
  return {
    name,
    title,
    description,
    inputSchema: describeArguments(tool),
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  }
}

function toResult(answer: ToolAnswer): object {
  const toContent = (text: string) => ({ type: 'text', text })
  return answer.kind === 'answered'
    ? { content: answer.texts.map(toContent), structuredContent: answer.result }
    : { content: [toContent(answer.reason)], isError: true }
}

async function askForRoots(peer: Peer): Promise<readonly string[]> {
  const { roots } = toRecord(await peer.request('roots/list', {}))
  return (Array.isArray(roots) ? roots : []).flatMap((root) => {
    const { uri } = toRecord(root)
    return typeof uri === 'string' && uri.startsWith('file:') ? [fileURLToPath(uri)] : []
  })
}

/** The templates of the first folder's team, and the built-in ones. */
async function listTemplates({ roots, service }: Place): Promise<readonly Template[]> {
  const [folder = '.'] = roots.folders
  return templatesFor({ team: await (await configurationsFor({}, roots, service)).in(folder) })
}

function describeTemplate({ id, name, description }: Template): object {
  return { uri: toAddress(id), name: id, title: name, description, mimeType: 'text/markdown' }
}

function toAddress(id: string): string {
  return `${templateAddress}${encodeURIComponent(id)}`
}

async function readTemplate(uri: unknown, place: Place): Promise<object> {
  const template = (await listTemplates(place)).find(({ id }) => toAddress(id) === uri)
  if (template === undefined)
    throw new RpcError(resourceNotFound, `There is no resource "${String(uri)}". List the resources.`)
  const unknown = { title: null, severity: null, start: null, end: null }
  const text = beginReport(place.service, {}, template, unknown)
  return { contents: [{ uri, mimeType: 'text/markdown', text }] }
}

const resourceNotFound = -32002
