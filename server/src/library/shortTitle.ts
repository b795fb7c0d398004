/**
 * `Postmortem: mail is late` and `Mail is late (postmortem)` → `Mail is late`. In a list of nothing but postmortems the
 * word only takes up room.
 */
export function shortTitle(title: string): string {
  const short = title
    .replace(draft, '')
    .replace(leadingKind, '')
    .replace(trailingKind, '')
    .replace(kindBeforeDay, '')
    .replace(/^(?:incident\s)?date\s?:\s/i, '')
  const isName = saysWhat.test(short.replace(day, '')) && !isCutShort.test(short)
  return short === title || !isName ? title : short.replace(firstWord, capitalize)
}

/** The state is listed by itself. */
const draft = /\s?[(–—|-]\s?draft(?:\sv?\d[\d.]{0,6})?\)?$/i

/** Few words are misspelt as often. */
const postmortem = String.raw`post?[- ]?mo\w{2,5}m`
const kind = String.raw`(?:(?:public|my first)\s)?(?:(?:(?:(?:security\s)?incident|outage)\s)?(?:${postmortem}|(?:post[- ])?incident|retrospective)(?:\s(?:report|review|analysis))?|root[- ]cause analysis|rca)`
const longKind = String.raw`(?:(?:incident|outage)\s(?:report|review|analysis|${postmortem})|${postmortem}(?:\s(?:report|review|analysis))?|root[- ]cause analysis)`

/** "10 May 2024", "May 10th, 2024" and "2024-05-10" */
const date = String.raw`(?:\p{L}{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3,9}\.?,?\s\d{4}|\d{4}-\d\d-\d\d)`

const day = new RegExp(date, 'u')

/** "Search outage postmortem: May 10, 2024" */
const kindBeforeDay = new RegExp(String.raw`(?<=\S)\s${postmortem}(?:\sreport)?(?=\s?[:–—-]\s${date}$)`, 'iu')

const leadingKind = new RegExp(
  String.raw`^(?:${longKind}\s(?:(?:of|on|for|from)\s)?\(?${date}\)?\s?[:–—|-]\s|\[${kind}\]\s?[:–—|-]?\s?|${kind}\s?[:–—|-]\s|${longKind}\s(?:for|of|on|about)\s(?:an?\s|the\s)?)(?=\S)`,
  'iu',
)

/** "Anatomy of a postmortem" would end in the middle of a phrase, and a name alone does not say what happened. */
const trailingKind = new RegExp(
  String.raw`(?<=\S)(?<!\b(?:an?|the|of|our|my|this|for|in))(?:\s?[:–—|-]\s(?:incident report|root[- ]cause analysis|(?:incident\s)?${postmortem}(?:\sreport)?)|\s(?:\((?:incident\s)?${postmortem}\)|${postmortem}(?:\sreport)?)|(?<=\S\s\S{1,40})\sincident report)\.?$`,
  'i',
)

/** What is left of "An unusual postmortem". */
const isCutShort = /^(?:an?|the|our|my|this)\s\S{1,40}$/i

/** A day alone does not say what happened. */
const saysWhat = /\p{L}{2}/u

/** Not the first letter of "iOS" or "k8s". */
const firstWord = /^\p{Ll}(?!\p{Ll}{0,40}[\p{Lu}\d])/u

function capitalize(letter: string): string {
  return letter.toUpperCase()
}
