/** Pieces of reports, most of which begin something that others end. */
export const pieces = [
  ...[
    'a',
    'word ',
    ' ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\0',
    '\u00a0',
    '\ud800',
    '😀',
    '𝗮',
    'e\u0301',
    '\ufeff',
  ],
  ...[
    '> ',
    '>',
    '- ',
    '* ',
    '1. ',
    '- [ ] ',
    '  ',
    '    ',
    '# ',
    '## ',
    '\n# ',
    '\n## ',
    '===\n',
    '---\n',
    '```\n',
    '~~~\n',
  ],
  ...[
    '[',
    ']',
    '[a](',
    '[a](b)',
    '[a](b "',
    '![',
    '[^a]',
    '[^a]: b\n',
    '[a]: b\n',
    '<',
    '<a ',
    '<!--',
    '-->',
    '<b>',
    '</b>',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '``',
    '\\',
    '&',
    '&amp;',
    '|',
    '|a|b|\n',
    '|-|-|\n',
    'www.',
    'https://a.b/',
    'a@b.c ',
  ],
  ...[
    '10:00',
    '10:00 UTC ',
    '25:61 ',
    '2026-03-14',
    '03/04/2024 ',
    '14 March ',
    'Monday ',
    'IST ',
    'Europe/Paris ',
    '+05:30 ',
  ],
  ...[
    '5 minutes ',
    '1h30m ',
    'T+5 ',
    '+00:05 ',
    '5% of users ',
    'OPS-1 ',
    '@ann ',
    'due 2026-01-01 ',
    'TODO ',
    '{{what}} ',
    '{{',
  ],
  ...[
    'password=hunter22hunter22 ',
    'AKIAIOSFODNN7EXAMPLE ',
    '-----BEGIN RSA PRIVATE KEY-----\n',
    '10.0.0.1 ',
    'db1.internal ',
  ],
  ...[
    '<!-- postmortem-disable-line -->',
    '<!-- postmortem-disable -->\n',
    '<!-- postmortem-enable -->\n',
    '(',
    ')',
    ': ',
    '. ',
    '—',
  ],
  ...[
    '\n## Issue Summary\n\n',
    '\n## Timeline\n\n',
    '\n## Root Cause and Resolution\n\n',
    '\n**Impact:** ',
    '\n- 10:00 UTC - The alert fired.',
  ],
  ...[
    'should have ',
    'human error ',
    'all users ',
    'obviously ',
    '---\npostmortem:\n  template: public\n---\n',
  ],
]

export const report = `# Postmortem: search is down on 2026-03-14

## Issue Summary

From 10:00 to 10:45 UTC the search was down for 40% of users. The root cause was a full disk.

## Timeline (UTC)

- 10:00 - The alert fired.
- 10:45 - The disk was cleaned.

## Root Cause and Resolution

Logs were not rotated, so the disk was full.

## Corrective and Preventative Measures

- [ ] Rotate the logs (owner: Ann, due: 2026-04-01, OPS-12)
`
