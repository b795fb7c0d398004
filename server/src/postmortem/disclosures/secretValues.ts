/** Text in place of a secret: a variable, a blank to fill in, a word instead of a value. */
export const standIn =
  /^(?:[<[({$%*.#_?-]|0x|x{2}|x$)|\*{3}|\.{3}|x{4}|[([{<]|\$\{|^(?:your|some|enter|insert)_|^(?:your|my|the|some|enter|insert|env|process|os|var|local|self|this|config|settings|secrets?|data|values?|vault|ssm|arn)\b[\w.:-]|(?:wrong|fake|invalid|incorrect|bogus)[_-]|redacted|removed|masked|hidden|placeholder|example|changeme|change[_-](?:me|in|this|before)|dummy|sample|secret:\/\/|^(?:token|password|passwd|pass|secret|key|api_?key)$/i

/** The password of a database that runs on a developer's machine: words, of which one says so. */
export const devValue =
  /^(?:[a-z]{1,20}[_-]){0,3}(?:dev|test|testing|demo|local|sample)(?:[_-][a-z]{1,20}){0,3}$/i

/** "password123" and "P@ssW0rd" are what an example says in place of a password. */
const namesItself = /^p[a@4][s$5]{2}(?:w[o0]rd)?[\d!]{0,4}$/i

const userName = /\b(?:user(?:[-_]?name)?|login|account)["'`]?\s?[:=]\s?["'`]?([a-z][\w-]{2,40})/gi

const exampleUser = /@(?:example\.(?:com|org|net)|[\w-]{1,40}\.(?:test|example|invalid))\b/i

/** As a generator writes it, and no name of a secret: letters and digits take turns. */
export function isRandom(value: string): boolean {
  return value.length >= 20 && countTurns(value) >= 5 && value.split(/[-_/]/).length <= 3
}

function countTurns(value: string): number {
  return value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0
}

/**
 * As people choose a password where rules ask for one, and as nothing else is written: letters, digits and a sign that is in no
 * name, or letters and digits that take turns.
 */
export function isStrongPassword(value: string): boolean {
  if (value.length < 8 || standIn.test(value) || namesItself.test(value) || otherValue.test(value))
    return false
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*+~?]/].filter((each) => each.test(value)).length
  if (/[!@#$%^&*+~?]/.test(value)) return /\d/.test(value) && classes >= 3
  return classes >= 3 && value.length >= 10 && countTurns(value) >= 4
}

/** Addresses, paths, files, versions, times, calls, assignments, commits and identifiers. */
const otherValue =
  /:\/\/|^[/~]|@[\w-]{1,40}\.|\.[a-z]{1,5}$|^v?\d{1,4}[.:]\d|[()=]|^\d{4}-\d\d|^[0-9a-f]{7,64}$|^[0-9a-f]{8}-[0-9a-f]{4}-|^(?:sha|md)\d{1,3}[:-]/i

/** A plain word is not a secret: a value needs letters mixed with digits or signs. */
export function isSecretValue(value: string, quoted: boolean): boolean {
  if (value.length < 6 || standIn.test(value) || namesItself.test(value)) return false
  if (/^[a-z]+:\/\//i.test(value) || /^[/~]/.test(value)) return false
  if (
    /^(?:[\d.,:%-]+|true|false|none|null|undefined|required|optional|string|invalid|incorrect|expired)$/i.test(
      value,
    )
  )
    return false
  if (/^[a-z]+(?:[_.-][a-z]+)*$/i.test(value)) return false
  const mixed = /[a-z]/i.test(value) && /[\d!@#%^&*+~]/.test(value)
  return mixed && (quoted || !/^\w+(?:\.\w+)+$/.test(value))
}

/** The password of somebody who does not exist: `{"email": "a@example.com", "password": …}`, or `carol` and `carol789`. */
export function isOfExample(value: string, before: string): boolean {
  if (exampleUser.test(before)) return true
  const names = [...before.matchAll(userName)].map(([, name = '']) => name.toLowerCase())
  return names.some((name) => value.toLowerCase().startsWith(name))
}

const maxBefore = 200

/** Begins after the last blank line or fence, so that it is the same wherever a block begins. */
export function textBefore(source: string, at: number): string {
  const before = source.slice(Math.max(0, at - maxBefore), at)
  const breaks = ['\n\n', '\n\r\n', '```', '~~~'].map((mark) => before.lastIndexOf(mark))
  return before.slice(Math.max(0, ...breaks))
}
