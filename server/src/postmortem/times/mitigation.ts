import { distanceOnOneDay } from '../../time/resolved/oneDay.ts'
import { splitSentences } from '../timeline/sayings.ts'
import type { Fields } from './readFields.ts'
import type { TimelineEntry } from './readTimeline.ts'

type End = Pick<NonNullable<Fields['end']>, 'time'>

/**
 * The first entry that says that the incident is mitigated, else the first one before the end that says that less is
 * broken, or that the service is back, because something was still to be done, else the one that tells of the rollback.
 */
export function findMitigation(
  entries: readonly TimelineEntry[],
  end: End | null,
): TimelineEntry | undefined {
  const timed = entries.filter(({ time }) => time !== null)
  const stated = timed.find(({ text }) => mitigated.some((pattern) => pattern.test(text.text)))
  if (stated !== undefined || end === null) return stated
  const noticed = timed.findIndex(({ facts }) => facts.includes('detection'))
  const later = timed.slice(noticed + 1).filter((entry) => isBefore(entry, end))
  const eased = later.findIndex((entry) => saysSo(entry, easing, [notTrue]))
  // Whoever says it twice has seen it fail again.
  const isBack = later.map((entry) => saysSo(entry, back, [notTrue, notBack]))
  const only = isBack.indexOf(true)
  const restored = only === isBack.lastIndexOf(true) ? only : -1
  const best = restored === -1 || (eased !== -1 && eased < restored) ? eased : restored
  return later[best === -1 ? later.findLastIndex((entry) => saysSo(entry, undone, [notTrue])) : best]
}

function isBefore({ time }: TimelineEntry, end: End): boolean {
  if (time === null || time.precision === 'day' || end.time.precision === 'day') return false
  return (distanceOnOneDay(time, end.time)?.minutes ?? 0) > 0
}

function saysSo({ text }: TimelineEntry, patterns: readonly RegExp[], except: readonly RegExp[]): boolean {
  return splitSentences(text.text).some(
    (each) => patterns.some((pattern) => pattern.test(each)) && !except.some((pattern) => pattern.test(each)),
  )
}

const mitigated: readonly RegExp[] = [
  /\bmitigat(?:ed|ion (?:applied|in place|complete))\b/i,
  /^\W{0,8}(?:temporary|interim) (?:fix|workaround)\W{0,4}:/i,
  /\b(?:temporary|interim) (?:fix|workaround|solution) (?:(?:was|is|has been) )?(?:successfully )?(?:applied|implemented|deployed|released|rolled out|put in place|in place)\b/i,
  /\b(?:applied|implemented|deployed|released|rolled out|put in place) (?:a|the|an) (?:temporary|interim) (?:fix|workaround|solution)\b/i,
]

const back: readonly RegExp[] = [
  /\b(?:services?|(?:web ?)?(?:sites?|pages?)|functionality|access|applications?|apps?|platforms?|systems?|traffic|operations?) (?:(?:was|were|is|are|has been|have been|came|is now|are now) )?(?:(?:fully|completely|100 ?%|successfully) )?(?:restored|recovered|back(?: (?:up|online|to normal|in service))?)\b(?! (?:to|from|by|if|when|end|online (?:shop|store)))/i,
  /\b(?:services?|(?:web ?)?sites?|applications?|apps?|platforms?|systems?|servers?|databases?) (?:wakes? up|woke up|(?:comes?|came) (?:back|back to life|to life))\b/i,
  /\b(?:brought|got) (?:the |our )?(?:services?|(?:web ?)?(?:sites?|pages?)|servers?|applications?|apps?|platforms?|systems?) back\b/i,
]

/** A time within the sentence is another one than that of the entry. */
const notBack =
  /\d:\d\d|\b(?:not|n['’]t|never|partial(?:ly)?|partly|gradual(?:ly)?|slowly|temporar(?:y|ily)|briefly|intermittent(?:ly)?|some|most|many|beg[ai]n|beginning|starts?|started|starting|almost|nearly|once|until|before|to be|will be|internal|staging)\b/i

/** Less is broken than before, or nothing is although the work goes on. */
const easing: readonly RegExp[] = [
  /\b(?:performance|availability|throughput|distribution|connections?|services?|sites?|websites?|pages?|apps?|applications?|platforms?|systems?|servers?|databases?|clusters?|traffic|error rates?|latency|(?:response|load|loading) times?|metrics) (?:(?:has|have|had|was|were|is|are) )?(?:(?:began|begins|started) (?:to )?)?(?:\w{3,12}ly )?(?:improv(?:ed?|ing)|stabili[sz](?:ed?|ing)|steadied|steadies|normali[sz](?:ed?|ing)|return(?:ed|s|ing)? to normal)\b/i,
  /\b(?:error rates?|errors?|failures|timeouts|latency|latencies|(?:response|load|loading) times?|(?:cpu|memory|server|database) (?:load|usage|utili[sz]ation)|backlog) (?:(?:has|have|had|was|were|is|are) )?(?:(?:began|begins|started) (?:to )?)?(?:\w{3,12}ly )?(?:decreas(?:ed?|es|ing)|drop(?:ped|s|ping)?|fell|falling|reduced|declin(?:ed?|es|ing)|subsid(?:ed?|es|ing)|went down|stopped|ceased|cleared|disappeared|vanished)\b/i,
  /\b(?:services?|sites?|systems?|apps?|applications?|platforms?) (?:gradually |slowly )?(?:began|begins|started|starts) (?:recovering|restoring|to recover|responding|to respond)\b/i,
  /\b(?:traffic|load|requests) (?:(?:is|are|was|were) )?(?:now )?(?:evenly )?(?:redistributed|rebalanced|distributed evenly)\b/i,
  /\b(?:temporary|partial|some|immediate|brief) (?:relief|recovery|improvement|restoration)\b/i,
  /\b(?:partial(?:ly)?|gradual(?:ly)?|slowly) (?:restor|recover|stabili[sz])(?:ed|es|ing|ation)\b/i,
  /\b(?:restored|recovered|fixed|back|resolved) for (?:most|many|some|the majority|\d{1,3} ?%)/i,
  /\b(?:most|many|the majority of) (?:of )?(?:the |our )?(?:users?|customers?|clients?|services?|sites?|requests?|traffic|functionality|features|regions|systems?) (?:(?:is|are|was|were|have|has|had) )?(?:been )?(?:now )?(?:fine|back|restored|recovered|working|operational|online|healthy|unaffected)\b/i,
  /, (?:and )?(?:thereby |thus )?(?:restoring|rescuing|recovering|stabili[sz]ing|relieving|alleviating|unblocking) (?:the |our |its )?(?:web |search |user |full |normal |system )?(?:services?|functionality|access|operations?|traffic|connectivity|availability|apps?|applications?|sites?|websites?|pages?|systems?|platforms?|performance|users|customers|load|pressure)\b/i,
  /, (?:and )?(?:thereby |thus )?(?:resolving|fixing|solving|ending) (?:the )?(?:issues?|problems?|outages?|incident)\b/i,
  /\b(?:issues?|problems?|outages?) (?:(?:was|were|is|are|has been|have been) )?(?:(?:fully|finally|successfully|temporarily|largely|mostly) )?(?:resolved|fixed|closed|alleviated|contained)\b/i,
]

/** The last version that worked is in use again. */
const undone: readonly RegExp[] = [
  /\b(?:rolled|reverted|switched|fell) back\b[^.;,]{0,40}\bto (?:the |a |an |our |its )?(?:\w{1,20} )?(?:previous|last|prior|earlier|known|stable|older)\b/i,
  /\brollback (?:(?:was|is|has been) )?(?:successfully )?(?:performed|complete[d]?|done|finished|successful)\b|\bsuccessful (?:[\w-]{1,20} ){0,3}rollback\b/i,
]

/** What did not happen yet, what somebody only says or thinks, and what did not last. */
const notTrue =
  /\b(?:not|n['’]t|no|never|without|failed|fails|before|until|once|if|when|would|should|will|to be|expect\w{0,5}|hop(?:ed|es|ing)|attempt\w{0,5}|tr(?:y|ied|ying)|plan\w{0,5}|briefly|status|says?|said|claim\w{0,4}|believ\w{1,4}|assum\w{1,4}|appear\w{0,4}|seem\w{0,4}|thought|staging|internal|locally|test)\b/i
