import {
  FindReportsRequest,
  LocateRequest,
  ReadReportRequest,
  type WorkspacePlace,
} from '@postmortem/shared/programs'
import type { FileLookup } from '../checking/rule.ts'
import type { CheckedReport, ReportAccess } from '../programs/tool.ts'
import { readChoice } from '../readChoice.ts'
import type { Surroundings } from '../service.ts'
import { templates } from '../templates/index.ts'
import { UsageError } from '../usageError.ts'
import { toSurroundings } from './documentConfigurations.ts'
import type { Host } from './feature.ts'
import { checkWithFiles } from './linkedFiles.ts'
import { readWorkspaceFolders } from './workspaceFolders.ts'

/** Reads the reports of the workspace through our own client, which reaches every file system that it may be in. */
export function createWorkspaceReports(host: Host): ReportAccess {
  const { connection, service } = host
  const locate = async (path: string): Promise<WorkspacePlace> => {
    const params: LocateRequest.Params = { path }
    const place = await connection.sendRequest<LocateRequest.Result>(LocateRequest.method, params)
    if (place === null) throw new UsageError(`"${path}" is outside of the workspace.`)
    return place
  }
  const read = async (uri: string): Promise<string | null> => {
    const params: ReadReportRequest.Params = { uri }
    return connection.sendRequest<ReadReportRequest.Result>(ReadReportRequest.method, params)
  }
  const surroundingsAt = async (uri: string): Promise<Surroundings> =>
    toSurroundings(uri, await host.readConfiguration(uri))

  const check = async (
    { uri, name }: WorkspacePlace,
    text: string,
    forced: Pick<Surroundings, 'forcedTemplate'>,
  ): Promise<CheckedReport> => {
    const document = service.open(text, { ...(await surroundingsAt(uri)), ...forced })
    let known: FileLookup = () => 'unknown'
    const checkOnce = (hasFile: FileLookup) => {
      known = hasFile
      return service.check(document, hasFile)
    }
    const findings = await checkWithFiles(uri, checkOnce, host.checkExistence)
    return { name, document, findings, check: () => service.check(document, known) }
  }

  return {
    open: async ({ path, text, template }) => {
      const ids = templates.map(({ id }) => id)
      const forced = template === undefined ? {} : { forcedTemplate: readChoice(template, ids, 'template') }
      if (path === undefined) {
        if (text === undefined) throw new UsageError('Give the path of a report, or its text.')
        return check({ uri: await addressOfText(host), name: '<text>' }, text, forced)
      }
      const place = await locate(path)
      const found = text ?? (await read(place.uri))
      if (found === null) throw new UsageError(`"${path}" cannot be read. Name a Markdown file that exists.`)
      return check(place, found, forced)
    },
    prepare: async (folder, fileName) => {
      const { uri, name } = await locate(`${folder}/${fileName}`)
      return { name, surroundings: await surroundingsAt(uri) }
    },
    openAll: async function* (folder, complain) {
      const params: FindReportsRequest.Params = {
        folder: folder === undefined ? null : (await locate(folder)).uri,
      }
      const places = await connection.sendRequest<FindReportsRequest.Result>(
        FindReportsRequest.method,
        params,
      )
      for (const place of places) {
        const text = await read(place.uri)
        if (text === null) complain(`"${place.name}" cannot be read.`)
        else yield await check(place, text, {})
      }
    },
  }
}

/** Text without a path is configured as an unsaved report in the first folder is. */
async function addressOfText(host: Host): Promise<string> {
  const [folder] = await readWorkspaceFolders(host)
  return folder === undefined ? 'untitled:report.md' : `${folder}/report.md`
}
