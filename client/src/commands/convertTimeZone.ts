import { ConvertTimeZoneRequest, TimeZonesRequest } from '@postmortem/shared/timeline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
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

async function pickZone(client: BaseLanguageClient): Promise<string | undefined> {
  const document = vscode.window.activeTextEditor?.document
  if (document === undefined) return undefined
  const params: TimeZonesRequest.Params = { uri: client.code2ProtocolConverter.asUri(document.uri) }
  const named =
    (await client.sendRequest<TimeZonesRequest.Result | null>(TimeZonesRequest.method, params)) ?? []
  const known = new Set(['UTC', ...named])
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const toItem = (label: string): vscode.QuickPickItem => ({
    label,
    ...(label === own && { description: t('where you are') }),
    ...(named.includes(label) && { description: t('in this report') }),
  })
  const others = [own, ...usualZones].filter((zone) => !known.has(zone))
  const another: vscode.QuickPickItem = { label: t('Another Time Zone…') }
  const picked = await vscode.window.showQuickPick(
    [
      ...[...known].map(toItem),
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      ...[...new Set(others)].map(toItem),
      another,
    ],
    {
      title: t('Convert Time Zone'),
      placeHolder: t('Every time is rewritten in this zone; the moments stay the same'),
    },
  )
  return picked === another ? typeZone() : picked?.label
}

async function typeZone(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: t('Convert Time Zone'),
    placeHolder: 'Europe/Berlin',
    validateInput: (value) =>
      isTimeZone(value.trim()) ? undefined : t('Type the name of a time zone, such as {0}.', 'Europe/Berlin'),
  })
  return typed?.trim()
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
