import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { countWhile } from '../lists/countWhile.ts'
import { type SentencePart, sentence } from '../messages/sentence.ts'
import { secretMask } from '../postmortem/disclosures/secretMask.ts'
import type { Secret, SecretName } from '../postmortem/disclosures/secrets.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import { saysRevoked } from './support/language/saysRevoked.ts'
import { linesWhere } from './support/linesWhere.ts'

export const secretExposed: Rule = {
  id: 'secret-exposed',
  summary: 'A report reveals no keys, tokens or passwords.',
  explanation: prose`
    Logs and commands are pasted into a report in a hurry, and anybody who can read the report can use the
    secrets in them. The rule searches prose, code, comments and addresses for private keys, tokens of cloud
    providers, forges and chat services, JSON Web Tokens, and values assigned to a name such as \`password\`.
    In a sentence or a table, what follows the word is a password if it mixes letters, digits and signs as no name does. In a command,
    it is the value of an option such as \`-p\` of \`mysql\` or \`-u\` of \`curl\`.
    The finding never shows the secret.

    The ID of an AWS access key is useless without its secret key, so it is only an information. So is a
    secret in a quoted diff that shows how it leaked, if the report says that it was revoked.

    Variables, blanks, masked values and keys marked as examples are ignored, and so are the passwords of
    accounts that demonstrate something: \`carol789\` for \`carol\`, or whatever is below \`carol@example.com\`.

    The fix masks the secret in the text. The secret was readable until then, and remains so in the history of
    the repository, so revoke it as well.
  `,
  severity: 'error',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: login outage

          ## Timeline

          - 10:02 UTC - We ran \`deploy --password=$DEPLOY_PASSWORD\`.
          - 10:05 UTC - The token: expired, as the log said.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: login outage

          \`\`\`sh
          export API_KEY=[REDACTED]
          curl "https://shop.example/?token=<token>"
          \`\`\`
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: login outage

          \`\`\`sh
          mysql --host db --password=tr0ub4dor-and-3
          \`\`\`
        `,
        messages: [
          'This looks like a password or a key. Remove it, and revoke it: whoever reads this can use it.',
        ],
      },
      {
        text: markdown`
          # Postmortem: failed uploads

          The job wrote to postgres://uploads:h0rse-battery@db/files, which was read-only.
        `,
        messages: [
          'This looks like a password in an address. Remove it, and revoke it: whoever reads this can use it.',
        ],
      },
      {
        text: markdown`
          # Postmortem: failed backup

          > -----BEGIN PRIVATE KEY-----
          > c2hvcnRlbm91Z2h0b2JlZmFrZQ==
          > -----END PRIVATE KEY-----
        `,
        messages: ['This looks like a private key. Remove it, and revoke it: whoever reads this can use it.'],
      },
    ],
  },
  check: (report: Report) =>
    report.markup.disclosures
      .filter((each) => each.kind === 'secret')
      .map((each) => toProblem(each, saysRevoked(report) && isInDifference(each, report))),
}

/** In a block of code, on a line that was added or removed. */
function isInDifference({ start }: Secret, report: Report): boolean {
  if (!/^[-+](?![-+])/.test(sourceLineAt(start, report.source).text)) return false
  const code = linesOfCode(report)
  const last = code[countWhile(code, ({ range }) => range.start <= start) - 1]
  return last !== undefined && start < last.range.end
}

const linesOfCode = linesWhere(({ kind }) => kind === 'code')

function toProblem({ name, start, end }: Secret, isRevoked: boolean): Problem {
  // Only whoever has the secret key as well can use it.
  const isHarmless = name === 'aws-access-key-id'
  return {
    message: isHarmless
      ? sentence`This looks like ${names[name]}. It opens nothing without its secret key. Mask it, unless readers need it.`
      : isRevoked
        ? sentence`This looks like ${names[name]}, and the report says that one was revoked. Mask it, unless it is that one and readers need it.`
        : sentence`This looks like ${names[name]}. Remove it, and revoke it: whoever reads this can use it.`,
    ...((isHarmless || isRevoked) && { mild: true }),
    range: { start, end },
    conceal: true,
    fixes: [{ title: sentence`Mask the secret`, preferred: true, edits: [{ start, end, text: secretMask }] }],
  }
}

const names: Readonly<Record<SecretName, SentencePart>> = {
  'aws-access-key-id': sentence`the ID of an AWS access key`,
  'aws-secret-key': sentence`an AWS secret key`,
  'github-token': sentence`a GitHub token`,
  'gitlab-token': sentence`a GitLab token`,
  'slack-token': sentence`a Slack token`,
  'slack-webhook': sentence`the address of a Slack webhook`,
  'discord-webhook': sentence`the address of a Discord webhook`,
  'google-api-key': sentence`a Google API key`,
  'stripe-key': sentence`a Stripe key`,
  'npm-token': sentence`an npm token`,
  'pypi-token': sentence`a PyPI token`,
  'sendgrid-key': sentence`a SendGrid key`,
  'digitalocean-token': sentence`a DigitalOcean token`,
  'vault-token': sentence`a Vault token`,
  'telegram-bot-token': sentence`a Telegram bot token`,
  'json-web-token': sentence`a JSON Web Token`,
  'storage-account-key': sentence`a storage account key`,
  'bearer-token': sentence`a bearer token`,
  'password-in-address': sentence`a password in an address`,
  'password-or-key': sentence`a password or a key`,
  'private-key': sentence`a private key`,
}
