/** The words of a text by which it can be compared with others: in lower case, without endings and common words. */
export function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu) ?? [])
    .filter((word) => word.length > 2 && word.length <= 40 && !/^\d+$/.test(word) && !commonWords.has(word))
    .map(withoutEnding)
}

/** A plural and its singular are one word. Other endings are left alone: "processing" is not "process". */
function withoutEnding(word: string): string {
  if (/(?:[^aeiou]ies)$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2)
  if (/(?:ss|us|is)$/.test(word)) return word
  return word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word
}

/** Words of everyday English, and those that every postmortem has. */
const commonWords: ReadonlySet<string> = new Set(
  `a about after again all also although always among and any are around because been before being between both but
  can cannot could did does doing done down due during each either every few for from further had has have having
  here how however into its itself just later less more most much nor not now off once one only other our out over
  own per same she should since some such than that the their them then there these they this those through thus
  too two under until upon very was way were what when where which while who why will with within without would yet
  you your able across against already another became become began caused cause causes causing first found got made
  make many may might must new next number part place several still take taken three time times used using via went
  affect affected alert alerts error errors fail failed failing failure failures impact impacted incident incidents
  investigation issue issues outage outages postmortem post-mortem problem problems report resolution resolve resolved
  root service services system systems team time timeline trigger triggered user users customer customers`.split(
    /\s+/,
  ),
)
