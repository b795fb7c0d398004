import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { type Said, say } from '../language/sentence.ts'
import { secretMask } from '../postmortem/disclosures/secretMask.ts'
import type { Secret, SecretName } from '../postmortem/disclosures/secrets.ts'
import type { Report } from '../postmortem/report.ts'

export const secretExposed: Rule = {
  id: 'secret-exposed',
  summary: 'A report gives no key, token or password away.',
  explanation:
    'Logs and commands are pasted into a report in a hurry, and whoever can read the report can then use what stands in them. Private keys, the tokens of clouds, forges and chats, JSON Web Tokens, and what is assigned to a name such as `password` are looked for everywhere: in prose, code, comments and addresses. The finding never shows the secret.\n\nVariables, blanks, masked values and keys that say that they are examples are passed over.\n\nThe fix masks the secret in the text. It was readable until then, and remains so in the history of the repository, so revoke it as well.',
  severity: 'error',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: login outage\n\n## Timeline\n\n- 10:02 UTC - We ran `deploy --password=$DEPLOY_PASSWORD`.\n- 10:05 UTC - The token: expired, as the log said.\n',
        messages: [],
      },
      {
        text: '# Postmortem: login outage\n\n```sh\nexport API_KEY=[REDACTED]\ncurl "https://shop.example/?token=<token>"\n```\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: login outage\n\n```sh\nmysql --host db --password=tr0ub4dor-and-3\n```\n',
        messages: [
          'This looks like a password or a key. Remove it, and revoke it: whoever reads this can use it.',
        ],
      },
      {
        text: '# Postmortem: failed uploads\n\nThe job wrote to postgres://uploads:h0rse-battery@db/files, which was read-only.\n',
        messages: [
          'This looks like a password in an address. Remove it, and revoke it: whoever reads this can use it.',
        ],
      },
      {
        text: '# Postmortem: failed backup\n\n> -----BEGIN PRIVATE KEY-----\n> c2hvcnRlbm91Z2h0b2JlZmFrZQ==\n> -----END PRIVATE KEY-----\n',
        messages: ['This looks like a private key. Remove it, and revoke it: whoever reads this can use it.'],
      },
    ],
  },
  check: (report: Report) =>
    report.markup.disclosures.filter((each) => each.kind === 'secret').map(toProblem),
}

function toProblem({ name, start, end }: Secret): Problem {
  return {
    message: say`This looks like ${names[name]}. Remove it, and revoke it: whoever reads this can use it.`,
    range: { start, end },
    conceal: true,
    fixes: [{ title: say`Mask the secret`, preferred: true, edits: [{ start, end, text: secretMask }] }],
  }
}

const names: Readonly<Record<SecretName, Said>> = {
  'aws-access-key': say`an AWS access key`,
  'github-token': say`a GitHub token`,
  'gitlab-token': say`a GitLab token`,
  'slack-token': say`a Slack token`,
  'slack-webhook': say`the address of a Slack webhook`,
  'discord-webhook': say`the address of a Discord webhook`,
  'google-api-key': say`a Google API key`,
  'stripe-key': say`a Stripe key`,
  'npm-token': say`an npm token`,
  'pypi-token': say`a PyPI token`,
  'sendgrid-key': say`a SendGrid key`,
  'digitalocean-token': say`a DigitalOcean token`,
  'vault-token': say`a Vault token`,
  'telegram-bot-token': say`a Telegram bot token`,
  'json-web-token': say`a JSON Web Token`,
  'storage-account-key': say`a storage account key`,
  'bearer-token': say`a bearer token`,
  'password-in-address': say`a password in an address`,
  'password-or-key': say`a password or a key`,
  'private-key': say`a private key`,
}
