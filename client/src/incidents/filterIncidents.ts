import type { IncidentFacet, IncidentFilter } from '@postmortem/shared/incidents'
import * as vscode from 'vscode'
import type { IncidentLibrary } from './incidentLibrary.ts'

const { t } = vscode.l10n

interface FacetItem extends vscode.QuickPickItem {
  readonly facet?: IncidentFacet
}

/** Asks for words and choices; the views follow while they are made. Escape brings the last filter back. */
export async function filterIncidents(library: IncidentLibrary): Promise<void> {
  const before = library.filter
  const facets = await library.facets()
  const pick = vscode.window.createQuickPick<FacetItem>()
  pick.title = t('Filter Incidents')
  pick.placeholder = t('Type words, or choose severities, services and states')
  pick.canSelectMany = true
  pick.value = before.words
  pick.items = toItems(facets)
  pick.selectedItems = pick.items.filter(({ facet }) => facet !== undefined && isChosen(facet, before))
  let isAccepted = false
  const apply = (words: string, items: readonly FacetItem[]) => {
    library.filter = { words: words.trim(), facets: items.flatMap(({ facet }) => facet ?? []) }
  }
  pick.onDidChangeValue((words) => apply(words, pick.selectedItems))
  pick.onDidChangeSelection((items) => apply(pick.value, items))
  pick.onDidAccept(() => {
    isAccepted = true
    pick.hide()
  })
  await new Promise<void>((resolve) => {
    pick.onDidHide(resolve)
    pick.show()
  })
  pick.dispose()
  if (!isAccepted) library.filter = before
}

/** `SEV1 · payments · "timeout"`; empty without a filter. */
export function describeFilter({ words, facets }: IncidentFilter): string {
  return [...facets.map(nameFacet), ...(words === '' ? [] : [`"${words}"`])].join(' · ')
}

function toItems(facets: readonly (IncidentFacet & { readonly count: number })[]): readonly FacetItem[] {
  const kinds: Readonly<Record<IncidentFacet['kind'], string>> = {
    severity: t('Severity'),
    service: t('Service'),
    status: t('Status'),
    tasks: t('Action items'),
  }
  return facets.flatMap((facet, index): FacetItem[] => [
    ...(facets[index - 1]?.kind === facet.kind
      ? []
      : [{ label: kinds[facet.kind], kind: vscode.QuickPickItemKind.Separator }]),
    // What is typed are the words to look for, not the name of a choice.
    { label: nameFacet(facet), description: String(facet.count), alwaysShow: true, facet },
  ])
}

function nameFacet({ kind, value }: IncidentFacet): string {
  if (kind !== 'tasks') return value
  return value === 'overdue' ? t('overdue action items') : t('open action items')
}

function isChosen({ kind, value }: IncidentFacet, { facets }: IncidentFilter): boolean {
  return facets.some((each) => each.kind === kind && each.value === value)
}
