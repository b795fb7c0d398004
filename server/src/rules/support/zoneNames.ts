import { type Said, say } from '../../language/sentence.ts'
import type { ZoneLabel } from '../../time/written/written.ts'

/** What an ambiguous abbreviation may stand for, for a writer to choose from. */
export const zoneNames: Readonly<Record<ZoneLabel, Said>> = {
  Amazon: say`Amazon`,
  Arabia: say`Arabia`,
  'Arabia, older use': say`Arabia, older use`,
  Armenia: say`Armenia`,
  Atlantic: say`Atlantic`,
  'Australia, older use': say`Australia, older use`,
  Bangladesh: say`Bangladesh`,
  'British summer': say`British summer`,
  China: say`China`,
  Cuba: say`Cuba`,
  'Eastern Caribbean': say`Eastern Caribbean`,
  Ecuador: say`Ecuador`,
  Gulf: say`Gulf`,
  India: say`India`,
  'Irish summer': say`Irish summer`,
  Israel: say`Israel`,
  Malaysia: say`Malaysia`,
  Philippines: say`Philippines`,
  Samoa: say`Samoa`,
  Singapore: say`Singapore`,
  'South Georgia': say`South Georgia`,
  'US Central': say`US Central`,
  'US Central standard': say`US Central standard`,
  'US Eastern': say`US Eastern`,
  'US Mountain': say`US Mountain`,
  'US Pacific': say`US Pacific`,
  'West Samoa': say`West Samoa`,
  'Western Australia': say`Western Australia`,
}
