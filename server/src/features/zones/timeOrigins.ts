import { type SentencePart, sentence } from '../../messages/sentence.ts'
import type { DateSource, ZoneSource } from '../../time/resolved/resolved.ts'

/** Descriptions of where the zone of a time comes from; `name` is the zone as written there. */
export const zoneOrigins: Readonly<Record<ZoneSource, (name: string) => SentencePart>> = {
  own: (name) => sentence`${name}, written beside it`,
  partner: (name) => sentence`${name}, from the other end`,
  heading: (name) => sentence`${name}, from the heading`,
  statement: (name) => sentence`${name}, stated for all times`,
  summary: (name) => sentence`${name}, from the summary`,
  frontMatter: (name) => sentence`${name}, from the front matter`,
  siblings: (name) => sentence`${name}, as in the other entries`,
  configuration: () => sentence`from the configuration`,
  none: () => sentence`not stated`,
}

/** Descriptions of where the day of a time comes from. */
export const dateOrigins: Readonly<Record<DateSource, SentencePart>> = {
  own: sentence`written beside it`,
  partner: sentence`from the other end`,
  heading: sentence`from the heading`,
  statement: sentence`stated for all times`,
  summary: sentence`from the summary`,
  title: sentence`from the title`,
  fileName: sentence`from the file name`,
  frontMatter: sentence`from the front matter`,
  previous: sentence`from the previous entry`,
  following: sentence`from the first dated entry below`,
  none: sentence`not stated`,
}
