import { describe, expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

/** What is pointed out in a sentence that stands in this section. */
function check(title: string, sentence: string): readonly string[] {
  const text = `# Postmortem: failed login\n\n## ${title}\n\n${sentence}\n`
  return findingsIn(text)
    .filter(({ rule }) => rule.startsWith('language-') || rule === 'cause-human-error')
    .map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`)
}

const counterfactual = 'The team should have tested the release.'
const blame = 'The engineer forgot to run the migration.'
const hindsight = 'Obviously, the disk was full.'

describe('the rules about language', () => {
  it.each(['Issue Summary', 'Timeline', 'Root Cause', 'Contributing Factors', 'Resolution'])(
    'look at %s',
    (title) => {
      expect(check(title, counterfactual)).toEqual(['language-counterfactual: should have tested'])
      expect(check(title, blame)).toEqual(['language-blame: engineer forgot to'])
      expect(check(title, hindsight)).toEqual(['language-hindsight: Obviously'])
    },
  )

  it.each([
    'Lessons Learned',
    'Action Items',
    'Corrective and Preventative Measures',
    'What went wrong',
    'References',
  ])('leave %s alone', (title) => {
    expect(check(title, `${counterfactual} ${blame} ${hindsight} It was human error.`)).toEqual([])
  })

  it.each([
    'Unnoticed, we would have continued to lose orders.',
    '11:57 - Discussion about whether we could have caught it',
    'Ana recalls that the vendor should have tested the release.',
    '10.12 AB: the vendor should have tested the release',
    '**What could have been faster?**\n\n- We would have shortened the search with a runbook.',
  ])('take nobody else, and nothing worse, for hindsight: %s', (sentence) => {
    expect(check('Timeline', sentence)).toEqual([])
  })

  it.each([
    '**How it was found**\n\n- With a runbook we would have shortened the search.',
    '10:12 - Such a release ought to have been tested. We discussed it.',
    'The on-call engineer probably should have noticed it.',
    'It could easily have been prevented.',
  ])('still see what the author says: %s', (sentence) => {
    expect(check('Timeline', sentence)).toHaveLength(1)
  })

  const people = 'Authors: Jane Doe, Bob, Alice, @bob-smith\n\n'

  it.each([
    ['Bob pushed a bad config.', 'Bob pushed a bad'],
    ['On Friday Jane mistakenly deleted the table.', 'Jane mistakenly deleted'],
    ['The cause is that Jane Doe ran the wrong script.', 'Jane Doe ran the wrong'],
    ['@bob-smith did not test it.', '@bob-smith did not test'],
    ['Carol pushed a bad config.', 'Carol pushed a bad'],
    ['The cause is that Carol Major ran the wrong script.', 'Carol Major ran the wrong'],
    ['@alice failed to run it.', '@alice failed to'],
    ['Bob pushed a bad config. It was restored at 10:02.', 'Bob pushed a bad'],
  ])('see a person as the cause: %s', (sentence, expected) => {
    expect(check('Root Cause', `${people}${sentence}`)).toEqual([`language-blame: ${expected}`])
  })

  it.each([
    ['Ana forgot to run it.', 'Ana forgot'],
    ["It came from Ben Major's carelessness.", "Ben Major's carelessness"],
    ["This was Alice's mistake.", "Alice's mistake"],
    ['Bob should have known that.', 'Bob should have known'],
    ['It was the fault of Jane Doe, as usual.', 'fault of Jane Doe'],
    ['@alice was careless.', '@alice was careless'],
  ])('see a person who is blamed, anywhere: %s', (sentence, expected) => {
    for (const title of ['Root Cause', 'Timeline', 'Issue Summary'])
      expect(check(title, `${people}${sentence}`)).toEqual([`language-blame: ${expected}`])
  })

  it.each([
    "It was not Ana's fault.",
    "Ana's fault injection broke it.",
    "Ana's mistakes dashboard was down.",
    'Ana was not careless.',
    'Safari forgot the session.',
    "It was the vendor's mistake, and the fault of Helios.",
    'Ana said "Ben should have known".',
    'Ana was asked to blame no commit.',
    'The fault of the disk of Ana was found.',
  ])('see nobody blamed: %s', (sentence) => {
    expect(check('Root Cause', `${people}${sentence}`)).toEqual([])
  })

  it.each([
    'Terraform pushed a bad config.',
    'Kubernetes failed to restart the pod, and broke the build.',
    'Deploybot merged a broken branch.',
    '@deploy-bot merged a broken branch, and @shop/web broke.',
    'Helios pushed a bad config.',
    'Carol Service pushed a bad config.',
    'Mark pushed a bad config.',
    'Bob reverted the config.',
    'At 09:40 Alice manually restarted the workers, which restored the service.',
    'Alice removed the incorrect record and traffic recovered.',
    'Alice used the wrong record on purpose, which restored the service.',
    'Alice did not notice any errors after the rollback.',
    '@alice did not notice any errors after the rollback.',
    '@Transactional caused the connection to be held for the whole request.',
    '@Alice failed to answer.',
    '`@alice` failed to answer.',
    '@payments failed to answer.',
    '@carol failed to answer.',
    'An author such as bob pushed a bad config.',
  ])('see no person as the cause: %s', (sentence) => {
    expect(check('Root Cause', `${people}${sentence}`)).toEqual([])
  })

  it('take an owner with a single name for a team, and a name in another section for a part of the story', () => {
    const text = (name: string) =>
      `# Postmortem: failed login\n\n## Root Cause\n\n${name} pushed a bad config.\n\n## Action Items\n\n- Check it (owner: ${name})\n`
    const rulesIn = (name: string) => findingsIn(text(name)).map(({ rule }) => rule)
    expect(rulesIn('Helios')).not.toContain('language-blame')
    expect(rulesIn('Search Platform')).not.toContain('language-blame')
    expect(rulesIn('Mary Major')).toContain('language-blame')
    expect(check('Timeline', `${people}Bob pushed a bad config.`)).toEqual([])
  })

  it('take the handle of an owner for a person unless it names a group', () => {
    const rulesIn = (handle: string) =>
      findingsIn(
        `# Postmortem: failed login\n\n## Root Cause\n\n${handle} failed to test it.\n\n## Action Items\n\n- Check it (owner: ${handle})\n`,
      ).map(({ rule }) => rule)
    expect(rulesIn('@mary')).toContain('language-blame')
    expect(rulesIn('@payments')).not.toContain('language-blame')
    expect(rulesIn('@shop-ops')).not.toContain('language-blame')
  })

  it('do not call the impact a tale of what might have been', () => {
    expect(check('Impact', 'Orders would have been lost, and should have been repeated.')).toEqual([])
    expect(check('Impact', blame)).toHaveLength(1)
  })

  it('find one thing that did not happen in each sentence', () => {
    const sentence = 'If only it had been tested, the team would have noticed it'
    expect(check('Root Cause', `${sentence}. ${sentence}.`)).toHaveLength(2)
  })

  it('leave a paragraph alone that is about another course of events by its title', () => {
    expect(check('Root Cause', `**What should have happened:** ${counterfactual}`)).toEqual([])
  })

  it.each([
    `> ${counterfactual}`,
    '`The team should have tested the release.`',
    'A customer wrote: "The team should have tested the release."',
    '```\nThe engineer forgot to run it\n```',
    '### The team should have tested',
  ])('leave what is quoted, code or a title alone: %s', (sentence) => {
    expect(check('Timeline', sentence)).toEqual([])
  })

  it.each([
    'All nodes should have access to it.',
    'It could have been a memory leak.',
    'They could have been used to send mail.',
    'A check of the size would have caught it in the first week.',
    'The endpoint should not have allowed anybody to change it.',
    'The message should have caused a higher price.',
    'This leaves factors that could have caught it earlier.',
    'The pod failed to start and the service failed to answer.',
    'There was no obvious error.',
    'It was simply restarted.',
    'The value was accidentally lowered.',
    'We found that the deployment failed.',
  ])('let pass: %s', (sentence) => {
    expect(check('Timeline', sentence)).toEqual([])
  })

  it.each([
    ['Root Cause', 'A human error in the configuration.', ['cause-human-error: human error']],
    ['Issue Summary', '- **Root Cause:** due to user error', ['cause-human-error: user error']],
    ['Issue Summary', 'The rate of user errors rose.', []],
    ['Root Cause', 'It was not a human error.', []],
    ['Timeline', 'We took it for a human error.', []],
    ['Impact', 'Human error everywhere.', []],
  ])('find people as causes only where causes are told: %s, %s', (title, sentence, expected) => {
    expect(check(title, sentence)).toEqual(expected)
  })
})
