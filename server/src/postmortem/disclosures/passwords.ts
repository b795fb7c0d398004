import { lineBefore } from './lineBefore.ts'
import { isOfExample, isRandom, isSecretValue, isStrongPassword, textBefore } from './secretValues.ts'

/** A way to write a password that is no assignment, and what the value has to look like to be one. */
interface Shape {
  /** The pattern is looked for only in a text that has this in it. */
  readonly hint: RegExp
  /** What is before it on its line: the command whose option it is. */
  readonly lead?: RegExp
  /** The first group that took part in the match is the value. */
  readonly pattern: RegExp
  readonly isSecret: (value: string) => boolean
}

const shapes: readonly Shape[] = [
  {
    // "pw: …", "**Password:** …", "The password is …", "set the password to …"
    hint: /pass|pw/i,
    pattern:
      /(?<![A-Za-z]|(?:first|second|third|last|final|next|1st|2nd)[ -])(?:password|passwd|passphrase|passcode|pass|pwd|pw)(?:["'*_]{0,3}[ \t]?[:=][*_]{0,3}[ \t]{0,3}|[ \t](?:is|was|to)[ \t])([^\s"'`|<>,;]{8,100})/gi,
    isSecret: isStrongPassword,
  },
  {
    // "the password `…`", "the password was `…`"
    hint: /pass|pw/i,
    pattern:
      /(?<![A-Za-z])(?:password|passwd|passphrase|passcode|pwd|pw)[*_]{0,3}:?[*_]{0,3}[ \t](?:(?:is|was|to)[ \t])?(?:`([^\s`]{8,100})`|"([^\s"]{8,100})")/gi,
    isSecret: isStrongPassword,
  },
  {
    // "| Password | … |"
    hint: /pass|pw/i,
    pattern:
      /(?<![A-Za-z])(?:password|passwd|passphrase|passcode|pwd|pw):?[*_`]{0,3}[ \t]{0,20}\|[ \t*`]{0,9}([^\s|`"'*]{8,100})/gi,
    isSecret: isStrongPassword,
  },
  {
    hint: /key|token/i,
    pattern:
      /(?<![A-Za-z])(?:(?:api|secret)[ _-]key|(?:access|auth|api)[ _-]token):?[*_`]{0,3}[ \t]{0,20}\|[ \t*`]{0,9}([^\s|`"'*]{20,200})/gi,
    isSecret: isRandom,
  },
  {
    hint: /mysql|mariadb/i,
    lead: /\b(?:mysql|mariadb)[a-z-]{0,10}[ \t]/i,
    pattern: /(?<=[ \t])-p["']?([^\s"'`|;<>]{6,100})/g,
    isSecret: (value) => isSecretValue(value, false),
  },
  {
    hint: /curl/i,
    lead: /\bcurl[ \t]/i,
    pattern: /(?<=[ \t])(?:-u|--user)[ \t=]{0,2}["']?[\w.@+-]{1,64}:([^\s"'`|;<>]{6,100})/g,
    isSecret: (value) => isSecretValue(value, false),
  },
  {
    hint: /redis-cli/i,
    lead: /\bredis-cli[ \t]/i,
    pattern: /(?<=[ \t])(?:-a|--pass)[ \t]["']?([^\s"'`|;<>]{6,100})/g,
    isSecret: (value) => isSecretValue(value, false),
  },
  {
    hint: /sshpass|mongo/i,
    lead: /\b(?:sshpass|mongo[a-z]{0,7})[ \t]/i,
    pattern: /(?<=[ \t])(?:-p|--password)[ \t]?["']?([^\s"'`|;<>]{6,100})/g,
    isSecret: (value) => isSecretValue(value, false),
  },
  {
    hint: /basic /i,
    pattern: /\bauthorization["']?[ \t]?[:=][ \t]?["']?basic ([A-Za-z0-9+/]{12,400}={0,2})/gi,
    isSecret: isEncodedLogin,
  },
]

/** What manuals encode: user:pass, username:…, Aladdin:open…, foo:bar, test:test. */
const encodedExample = /^(?:dXNlcjpwYXNz|dXNlcm5hbWU6|[QY]Wxh[ZR]GRpbjpvcGVu|Zm9vOmJhc|dGVzdDp0ZXN0)/

/** Base64 mixes the cases of letters in a way that no word does. */
function isEncodedLogin(value: string): boolean {
  const turns = value.match(/[a-z](?=[A-Z\d])|[A-Z\d](?=[a-z])/g)?.length ?? 0
  return turns >= 4 && !encodedExample.test(value)
}

/** Passwords in sentences, tables and commands; each with the match that it is in. */
export function findPasswords(source: string): readonly (readonly [match: RegExpExecArray, value: string])[] {
  return shapes.flatMap(({ hint, lead, pattern, isSecret }) =>
    hint.test(source)
      ? [...source.matchAll(pattern)].flatMap((match): [RegExpExecArray, string][] => {
          const written = match.slice(1).find((group) => group !== undefined) ?? ''
          const value = written.replace(/(?<![.,:)\]*_])[.,:)\]*_]+$/, '')
          const isLed = lead === undefined || lead.test(lineBefore(source, match.index))
          const isFound = isLed && isSecret(value) && !isOfExample(value, textBefore(source, match.index))
          return isFound ? [[match, value]] : []
        })
      : [],
  )
}
