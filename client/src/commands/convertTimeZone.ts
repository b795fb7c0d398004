import { ConvertTimeZoneRequest, TimeZonesRequest } from '@postmortem/shared/timeline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { askChoice } from '../questions.ts'
import { changeTimeline } from './changeTimeline.ts'

const { t } = vscode.l10n

/** Zones that many people work in. Any other zone can be typed. */
const usualZones = [
  'America/Los_Angeles',
  'America/New_York',
  'Europe/London',
  'Europe/Paris',
  'Africa/Nairobi',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
]

/** Converts the report to the given time zone, or asks for one. */
export async function convertTimeZone(client: BaseLanguageClient, zone?: string): Promise<void> {
  const wanted = zone ?? (await pickZone(client))
  if (wanted === undefined) return
  const change = await changeTimeline(client, ConvertTimeZoneRequest.method, { zone: wanted })
  if (change === undefined) return
  if (!change.isChanged) {
    void vscode.window.showInformationMessage(t('The times are in {0}.', wanted))
  } else if (change.left.length > 0) {
    const lines = [...new Set(change.left.map(({ line }) => line))].join(', ')
    void vscode.window.showInformationMessage(
      t('Times whose meaning is not certain were left as they are. Check them in these lines: {0}.', lines),
    )
  }
}

/** What is typed counts as well: the server says if that is no time zone. */
async function pickZone(client: BaseLanguageClient): Promise<string | undefined> {
  const document = vscode.window.activeTextEditor?.document
  if (document === undefined) return undefined
  const reply = await askChoice<vscode.QuickPickItem>(
    { title: t('Convert Time Zone') },
    {
      placeholder: t('In which time zone? Choose one, or type another, such as {0}.', 'Europe/Berlin'),
      items: listZones(client, document.uri),
      isActive: () => false,
      toItem: (label) => ({ label }),
    },
  )
  return typeof reply === 'object' ? reply.answer.label : undefined
}

async function listZones(client: BaseLanguageClient, uri: vscode.Uri): Promise<vscode.QuickPickItem[]> {
  const params: TimeZonesRequest.Params = { uri: client.code2ProtocolConverter.asUri(uri) }
  const named =
    (await client.sendRequest<TimeZonesRequest.Result | null>(TimeZonesRequest.method, params)) ?? []
  const known = new Set(['UTC', ...named])
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const toItem = (label: string): vscode.QuickPickItem => ({
    label,
    ...(label === own && { description: t('where you are') }),
    ...(named.includes(label) && { description: t('in this report') }),
  })
  const others = new Set([own, ...usualZones].filter((zone) => !known.has(zone)))
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator }
  return [...[...known].map(toItem), separator, ...[...others].map(toItem)]
}
