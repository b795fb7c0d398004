import type { DateSource, ZoneSource } from '../time/resolved.ts'

/** Says where the zone of a time comes from; `name` is the zone as written there. */
export const zoneOrigins: Readonly<Record<ZoneSource, (name: string) => string>> = {
  own: (name) => `${name}, written beside it`,
  partner: (name) => `${name}, from the other end`,
  heading: (name) => `${name}, from the heading`,
  statement: (name) => `${name}, said of all times`,
  summary: (name) => `${name}, from the summary`,
  frontMatter: (name) => `${name}, from the front matter`,
  siblings: (name) => `${name}, as in the other entries`,
  configuration: () => 'from the configuration',
  none: () => 'not stated',
}

/** Says where the day of a time comes from. */
export const dateOrigins: Readonly<Record<DateSource, string>> = {
  own: 'written beside it',
  partner: 'from the other end',
  heading: 'from the heading',
  statement: 'said of all times',
  summary: 'from the summary',
  title: 'from the title',
  fileName: 'from the name of the file',
  frontMatter: 'from the front matter',
  previous: 'from the entry before',
  following: 'from the first dated entry below',
  none: 'not stated',
}
