import type { Range } from '../lines/passage.ts'
import { findPasswords } from './passwords.ts'
import { devValue, isOfExample, isRandom, isSecretValue, standIn, textBefore } from './secretValues.ts'

export interface Secret extends Range {
  readonly kind: 'secret'
  readonly name: SecretName
  /** The parts of a private key are joined once all blocks have been read. */
  readonly part: 'whole' | 'key-begin' | 'key-body' | 'key-end'
}

export type SecretName =
  | 'aws-access-key-id'
  | 'aws-secret-key'
  | 'github-token'
  | 'gitlab-token'
  | 'slack-token'
  | 'slack-webhook'
  | 'discord-webhook'
  | 'google-api-key'
  | 'stripe-key'
  | 'npm-token'
  | 'pypi-token'
  | 'sendgrid-key'
  | 'digitalocean-token'
  | 'vault-token'
  | 'telegram-bot-token'
  | 'json-web-token'
  | 'storage-account-key'
  | 'bearer-token'
  | 'password-in-address'
  | 'password-or-key'
  | 'private-key'

/** Tokens with a fixed beginning. The first group of a match, or else all of it, is the secret. */
const tokens: readonly { readonly name: SecretName; readonly hint: string; readonly pattern: RegExp }[] = [
  { name: 'aws-access-key-id', hint: 'A', pattern: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g },
  {
    name: 'aws-secret-key',
    hint: 'ecret',
    pattern:
      /(?<![A-Za-z])(?:secret[ _-]?(?:access[ _-]?)?key|secret)["'`*]{0,4}\s?[:=]\s?["'`*]{0,4}\s?["'`]?([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/gi,
  },
  { name: 'github-token', hint: 'gh', pattern: /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,255}/g },
  { name: 'github-token', hint: 'github_pat_', pattern: /(?<![A-Za-z0-9])github_pat_\w{40,255}/g },
  { name: 'gitlab-token', hint: 'glpat-', pattern: /(?<![A-Za-z0-9])glpat-[\w-]{20,64}/g },
  { name: 'slack-token', hint: 'xox', pattern: /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,250}/g },
  {
    name: 'slack-webhook',
    hint: 'hooks.slack.com',
    pattern: /hooks\.slack\.com\/services\/(T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{16,40})/g,
  },
  {
    name: 'discord-webhook',
    hint: '/api/webhooks/',
    pattern: /discord(?:app)?\.com\/api\/webhooks\/(\d{15,21}\/[\w-]{40,100})/g,
  },
  { name: 'google-api-key', hint: 'AIza', pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g },
  { name: 'stripe-key', hint: '_live_', pattern: /(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{16,99}/g },
  { name: 'npm-token', hint: 'npm_', pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g },
  { name: 'pypi-token', hint: 'pypi-', pattern: /(?<![A-Za-z0-9])pypi-AgE[\w-]{50,250}/g },
  { name: 'sendgrid-key', hint: 'SG.', pattern: /(?<![A-Za-z0-9])SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g },
  { name: 'digitalocean-token', hint: 'do', pattern: /(?<![A-Za-z0-9])do[opr]_v1_[a-f0-9]{64}/g },
  { name: 'vault-token', hint: 'hvs.', pattern: /(?<![A-Za-z0-9])hvs\.[\w-]{24,200}/g },
  {
    name: 'telegram-bot-token',
    hint: ':AA',
    pattern: /(?<![A-Za-z0-9])\d{8,10}:AA[\w-]{33}(?![\w-])/g,
  },
  {
    name: 'json-web-token',
    hint: 'eyJ',
    pattern: /(?<![\w.-])eyJ[\w-]{10,4000}\.eyJ[\w-]{10,4000}\.[\w-]{10,4000}/g,
  },
  {
    name: 'storage-account-key',
    hint: 'AccountKey=',
    pattern: /AccountKey=([A-Za-z0-9+/]{60,100}={0,2})/g,
  },
  {
    name: 'bearer-token',
    hint: 'earer ',
    pattern: /\b[Aa]uthorization["']?\s?[:=]\s?["']?[Bb]earer ([\w.~+/-]{20,4000}={0,2})/g,
  },
]

/** `password=…`, `"api_key": "…"`: a name for a secret, a sign, and a value. */
const assignment =
  /(?<![A-Za-z])(?<name>passwords?|pgpassword|sshpass|passwd|passphrase|passcode|pwd|secrets?|tokens?|api[ _-]?keys?|access[_-]?keys?|private[_-]?keys?|(?:client|secret|auth|access|aws)[_-](?:secret|token|key|access[_-]key))["'`]?(?<sign>\s?(?:=>|:=|=)\s?|:\s?)(?:"(?<double>[^"\s]{6,200})"|'(?<single>[^'\s]{6,200})'|`(?<code>[^`\s]{6,200})`|(?<plain>[^\s"'`,;&)\]}|<]{6,200}))/gi

/** `postgres://user:secret@host`. */
const credentials = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>]{0,64}:([^\s:/@"'<>]{4,128})@/gi

/** A host that is nowhere. */
const exampleHost =
  /^(?:localhost|127\.|0\.0\.0\.0|invalid\b|(?:[\w-]{1,40}\.){0,4}(?:example|test|invalid|localhost)(?![\w-]))/i

const privateKeyBegin = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[^\s"'`<-]{0,8000}/g
const privateKeyEnd = /-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g
const privateKeyBody =
  /^[ \t>]{0,12}([A-Za-z0-9+/]{20,200}={0,2}|(?:Proc-Type|DEK-Info): [^\r\n]{1,100})[ \t]{0,4}\r?$/gm

/** In reading order, without overlaps. */
export function findSecrets(source: string): readonly Secret[] {
  const found: Secret[] = []
  for (const { name, hint, pattern } of tokens) {
    if (!source.includes(hint)) continue
    for (const match of source.matchAll(pattern)) {
      if (!isExample(match[0])) found.push(toSecret(match, match[1] ?? match[0], name))
    }
  }
  if (source.includes('://')) {
    for (const match of source.matchAll(credentials)) {
      const value = match[1] ?? ''
      const host = source.slice(match.index + match[0].length, match.index + match[0].length + 100)
      if (!standIn.test(value) && !isExample(match[0]) && !devValue.test(value) && !exampleHost.test(host)) {
        found.push(toSecret(match, value, 'password-in-address', 1))
      }
    }
  }
  // Before assignments, which end at an "&" as the parameters of an address do.
  for (const [match, value] of findPasswords(source)) found.push(toSecret(match, value, 'password-or-key'))
  if (/[=:]/.test(source)) {
    for (const match of source.matchAll(assignment)) {
      const { name = '', sign = '', double, single, code, plain = '' } = match.groups ?? {}
      const quoted = double ?? single
      const value = quoted ?? code ?? plain.replace(/(?<![.:!?\\])[.:!?\\]+$/, '')
      const isProse =
        (quoted ?? code) === undefined &&
        sign.startsWith(':') &&
        /^(?:tokens?|secrets?|.*keys?)$/i.test(name) &&
        !(/^api/i.test(name) && isRandom(value))
      const isName = code !== undefined && !isRandom(code)
      const isCursor = /(?:page|next|sync|csrf|continuation)[_-]?$/i.test(
        source.slice(Math.max(0, match.index - 16), match.index),
      )
      if (
        isProse ||
        isName ||
        isCursor ||
        isOfExample(value, textBefore(source, match.index)) ||
        !isSecretValue(value, (quoted ?? code) !== undefined)
      )
        continue
      found.push(toSecret(match, value, 'password-or-key'))
    }
  }
  return withoutOverlaps([...found, ...findPrivateKeys(source)])
}

/** Manuals print keys that are marked as examples. */
function isExample(token: string): boolean {
  return /example|x{6}|(.)\1{9}/i.test(token)
}

function findPrivateKeys(source: string): readonly Secret[] {
  const found: Secret[] = []
  const add = (pattern: RegExp, part: Secret['part']) => {
    for (const match of source.matchAll(pattern)) {
      found.push({ ...toSecret(match, match[1] ?? match[0], 'private-key'), part })
    }
  }
  if (source.includes('-----')) {
    add(privateKeyBegin, 'key-begin')
    add(privateKeyEnd, 'key-end')
  }
  if (/[A-Za-z0-9+/]{20}/.test(source)) add(privateKeyBody, 'key-body')
  return found
}

function toSecret(match: RegExpExecArray, text: string, name: SecretName, trailing = 0): Secret {
  const start = match.index + match[0].lastIndexOf(text, match[0].length - text.length - trailing)
  return { kind: 'secret', name, part: 'whole', start, end: start + text.length }
}

/** Keeps the secret that begins first; of two that begin together, the one that was searched for first. */
function withoutOverlaps(found: readonly Secret[]): readonly Secret[] {
  const kept: Secret[] = []
  for (const secret of [...found].sort((a, b) => a.start - b.start)) {
    if (secret.start >= (kept.at(-1)?.end ?? 0)) kept.push(secret)
  }
  return kept
}
