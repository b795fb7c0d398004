import { areDisjoint, isWithin } from './characters.mjs'
import { degreeOf } from './polynomial.mjs'
import { anything, beginningOf, contextOf, isEmpty, parse, sequence, singleOf, stepsOf } from './steps.mjs'

/** So many steps at each place of a text are still said to be few, and so many at only one place. */
const maxSteps = 10_000
const maxStepsOnce = 100_000
/** A repetition that may be longer is as good as endless. */
const maxLength = 128

/**
 * Why the time of a search is linear in the text, or null if its form does not show it:
 *
 * - `bounded`: it takes few steps at each place, however long the text is;
 * - `once`: it is tried at one place only, in linear time;
 * - `consumed`: it takes few steps where it fails, and the search goes on after what it matches;
 * - `apart`: it takes linear time at each place where it may begin, but reads no further than the next such place.
 */
export function prove(source, flags) {
  const { alternatives } = parse(source, flags)
  const context = contextOf(flags)
  const long = { ...context, maxLength }
  if (isFew(stepsOf(alternatives, context))) return 'bounded'
  const reasons = alternatives.map((alternative) => {
    if (isFew(stepsOf([alternative], context))) return 'bounded'
    if (isConsumed(alternative, context)) return 'consumed'
    if (flags.includes('y') || (!context.isMultiline && alternative.elements[0]?.kind === 'start'))
      return [context, long].some((each) => isLinear(stepsOf([alternative], each), maxStepsOnce))
        ? 'once'
        : null
    const isApart = [context, long].some(
      (each) => isLinear(stepsOf([alternative], each), maxSteps) && keepsApart(alternative.elements, each),
    )
    return isApart ? 'apart' : null
  })
  return reasons.includes(null) ? null : [...new Set(reasons)].sort().join(', ')
}

function isFew(steps) {
  return degreeOf(steps) <= 0 && steps[0] <= maxSteps
}

function isLinear(steps, max) {
  return degreeOf(steps) <= 1 && steps.every((coefficient) => coefficient <= max)
}

/**
 * Whether the alternative can no longer fail when it has matched each of its last repetitions as often as it must, and
 * reads little more than these match.
 */
function isConsumed(alternative, context) {
  const elements = alternative.elements.flatMap(partsOfGroup)
  const start = elements.findLastIndex((element) => !isOptional(element, context)) + 1
  const last = elements[start - 1]
  const required = elements.slice(0, start)
  if (last?.type === 'Quantifier' && isBrief(last.element, context))
    required.splice(-1, 1, { ...last, max: last.min })
  return isFew(stepsOf([{ elements: required }], context))
}

/** Whether it never fails. */
function isOptional(element, context) {
  if (element.type === 'Quantifier') return element.min === 0 && isBrief(element.element, context)
  const isGroup = element.type === 'Group' || element.type === 'CapturingGroup'
  return (
    isGroup &&
    element.alternatives.some(({ elements }) => elements.every((each) => isOptional(each, context)))
  )
}

/** Whether it reads little before it fails. */
function isBrief(element, context) {
  return isFew(stepsOf([{ elements: [element] }], context))
}

/** A group with one alternative is as good as what is in it. */
function partsOfGroup(element) {
  const { type, alternatives = [] } = element
  const isGroup = (type === 'Group' || type === 'CapturingGroup') && alternatives.length === 1
  return isGroup ? alternatives[0].elements.flatMap(partsOfGroup) : [element]
}

/**
 * Whether no place where the pattern may begin is in, or just after, what one of its repetitions without a limit
 * matches. What is between them is limited, so the parts of a text that it reads from two places overlap little.
 */
function keepsApart(elements, context) {
  const begin = beginning(elements, context)
  const endless = charactersRepeated(elements, context)
  if (endless === null) return false
  return endless.every(
    (set) =>
      begin.after.some((required) => areDisjoint(set, required)) ||
      begin.notAfter.some((refused) => isWithin(set, refused)) ||
      (begin.first !== null && areDisjoint(set, begin.first)),
  )
}

/** What the characters before a match are or are not, and what its first one is. */
function beginning(elements, context) {
  const [after, notAfter] = [[], []]
  for (const [index, element] of elements.entries()) {
    if (element.type !== 'Assertion') break
    if (element.kind === 'start') after.push(context.characters('[\\n\\r\\u2028\\u2029]'))
    if (element.kind === 'word' && !element.negate) {
      const word = context.characters('\\w')
      const { first } = sequence(elements.slice(index + 1), anything, context)
      if (isWithin(first, word)) notAfter.push(word)
      if (areDisjoint(first, word)) after.push(word)
    }
    if (element.kind !== 'lookbehind') continue
    if (element.negate) {
      const refused = element.alternatives.map((each) =>
        each.elements.length === 1 ? singleOf(each.elements[0], context) : null,
      )
      notAfter.push(...refused.filter((set) => set !== null))
    } else if (!element.alternatives.some(({ elements: each }) => each.every(isEmpty)))
      after.push(beginningOf(element.alternatives, { ...context, isBackward: true }))
  }
  const isRequired = !elements.every(isEmpty)
  return { after, notAfter, first: isRequired ? sequence(elements, anything, context).first : null }
}

/** The sets of the characters in repetitions without a limit; null if there is more in one than characters. */
function charactersRepeated(elements, context) {
  const sets = []
  const visit = (node, isEndless) => {
    switch (node.type) {
      case 'Quantifier':
        return visit(node.element, isEndless || node.max >= context.maxLength)
      case 'Assertion':
        if (node.kind === 'lookbehind' && stepsOf(node.alternatives, context).length > 1) return false
        return (node.alternatives ?? []).every((each) =>
          each.elements.every((inner) => visit(inner, isEndless)),
        )
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.every((each) => each.elements.every((inner) => visit(inner, isEndless)))
      case 'Backreference':
        return false
      default:
        if (isEndless) sets.push(singleOf(node, context))
        return true
    }
  }
  return elements.every((element) => visit(element, false)) ? sets : null
}
