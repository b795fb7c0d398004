import { type SentencePart, sentence } from '../../../messages/sentence.ts'
import type { ZoneLabel } from '../../../time/written/written.ts'

/** The names that authors choose from if an abbreviation is ambiguous. */
export const zoneNames: Readonly<Record<ZoneLabel, SentencePart>> = {
  Amazon: sentence`Amazon`,
  Arabia: sentence`Arabia`,
  'Arabia, older use': sentence`Arabia, older use`,
  Armenia: sentence`Armenia`,
  Atlantic: sentence`Atlantic`,
  'Australia, older use': sentence`Australia, older use`,
  Bangladesh: sentence`Bangladesh`,
  'British summer': sentence`British summer`,
  China: sentence`China`,
  Cuba: sentence`Cuba`,
  'Eastern Caribbean': sentence`Eastern Caribbean`,
  Ecuador: sentence`Ecuador`,
  Gulf: sentence`Gulf`,
  India: sentence`India`,
  'Irish summer': sentence`Irish summer`,
  Israel: sentence`Israel`,
  Malaysia: sentence`Malaysia`,
  Philippines: sentence`Philippines`,
  Samoa: sentence`Samoa`,
  Singapore: sentence`Singapore`,
  'South Georgia': sentence`South Georgia`,
  'US Central': sentence`US Central`,
  'US Central standard': sentence`US Central standard`,
  'US Eastern': sentence`US Eastern`,
  'US Mountain': sentence`US Mountain`,
  'US Pacific': sentence`US Pacific`,
  'West Samoa': sentence`West Samoa`,
  'Western Australia': sentence`Western Australia`,
}
