import { type Said, say } from '../../language/sentence.ts'
import type { DateSource, ZoneSource } from '../../time/resolved/resolved.ts'

/** Says where the zone of a time comes from; `name` is the zone as written there. */
export const zoneOrigins: Readonly<Record<ZoneSource, (name: string) => Said>> = {
  own: (name) => say`${name}, written beside it`,
  partner: (name) => say`${name}, from the other end`,
  heading: (name) => say`${name}, from the heading`,
  statement: (name) => say`${name}, said of all times`,
  summary: (name) => say`${name}, from the summary`,
  frontMatter: (name) => say`${name}, from the front matter`,
  siblings: (name) => say`${name}, as in the other entries`,
  configuration: () => say`from the configuration`,
  none: () => say`not stated`,
}

/** Says where the day of a time comes from. */
export const dateOrigins: Readonly<Record<DateSource, Said>> = {
  own: say`written beside it`,
  partner: say`from the other end`,
  heading: say`from the heading`,
  statement: say`said of all times`,
  summary: say`from the summary`,
  title: say`from the title`,
  fileName: say`from the name of the file`,
  frontMatter: say`from the front matter`,
  previous: say`from the entry before`,
  following: say`from the first dated entry below`,
  none: say`not stated`,
}
