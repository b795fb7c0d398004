/** `Postmortem: mail is late` → `mail is late`. In a list of nothing but postmortems the word only takes up room. */
export function shortTitle(title: string): string {
  return title.replace(documentKind, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

const documentKind =
  /^(?:(?:incident|outage)\s)?(?:post-?mortem|incident|retrospective)(?:\s(?:report|review|analysis))?\s?[:–—|-]\s(?=\S)/i
