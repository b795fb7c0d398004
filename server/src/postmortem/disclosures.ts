import { findConfidential } from './confidential.ts'
import { isWithin } from './ranges.ts'
import type { Range } from './report.ts'
import { findSecrets } from './secrets.ts'

/** Something that not every reader should see. A secret's own text is nowhere but in the document. */
export type Disclosure = Secret | Detail

export interface Secret extends Range {
  readonly kind: 'secret'
  /** What it looks like. */
  readonly name: SecretName
  /** The pieces of a private key are joined once all blocks are known. */
  readonly part: 'whole' | 'key-begin' | 'key-body' | 'key-end'
}

export type SecretName =
  | 'aws-access-key'
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

export interface Detail extends Range {
  readonly kind: 'email' | 'ip-address' | 'host' | 'private-link'
  readonly text: string
}

/**
 * What a block discloses, in its source as it is: in code, comments and addresses as well as in prose. Nothing
 * is found that goes over the end of a line, so that it makes no difference where a block ends.
 */
export function findDisclosures(source: string): readonly Disclosure[] {
  const secrets = findSecrets(source)
  const details = findConfidential(source).filter((detail) => !overlapsAny(detail, secrets))
  return [...secrets, ...details].sort((a, b) => a.start - b.start)
}

function overlapsAny(range: Range, ranges: readonly Range[]): boolean {
  return ranges.length > 0 && (isWithin(range.start, ranges) || isWithin(range.end - 1, ranges))
}
