import { RegExpParser } from '@eslint-community/regexpp'
import {
  areDisjoint,
  areEqual,
  charactersOf,
  complement,
  endOfText,
  everything,
  intersection,
  isWithin,
  union,
} from './characters.mjs'
import { degreeOf, plus, power, sumOfPowers, times } from './polynomial.mjs'

const parser = new RegExpParser({ ecmaVersion: 2025 })

/**
 * An upper bound of the steps that a backtracking matcher takes when it tries the pattern at one place of a text, as
 * a polynomial of the length of the text.
 *
 * The bound is the number of ways to match each part, times the steps of what follows it. Two things make it tight:
 * of alternatives that begin with different characters only one goes on, and a repetition can end in one place only
 * if what follows it cannot begin with what is repeated.
 */
export function stepsOf(alternatives, context) {
  return alternation(partsOf({ alternatives }, context), anything, context).cost
}

/** The characters that a match of the alternatives begins with, or ends with if they are read backward. */
export function beginningOf(alternatives, context) {
  return alternation(partsOf({ alternatives }, context), anything, context).first
}

export function parse(source, flags) {
  const unicode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') }
  return parser.parsePattern(source, 0, undefined, unicode)
}

export function contextOf(flags) {
  const own = flags.replace(/[dgy]/g, '')
  const characters = (raw) => charactersOf(raw, own)
  return {
    characters,
    isMultiline: flags.includes('m'),
    isBackward: false,
    maxLength: Number.POSITIVE_INFINITY,
  }
}

const unknown = everything.slice()
const one = [1]
const nothing = [0]
/** What may follow: the characters that it begins with, and the steps until it fails with any other. */
export const anything = { first: everything, peek: nothing, isEdge: false }

/** Whether a node can match nothing. */
export function isEmpty(node) {
  switch (node.type) {
    case 'Assertion':
    case 'Backreference':
      return true
    case 'Quantifier':
      return node.min === 0 || isEmpty(node.element)
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.some(({ elements }) => elements.every(isEmpty))
    default:
      return false
  }
}

/** The parts of each alternative in the order in which they are tried. */
function partsOf({ alternatives }, { isBackward }) {
  return alternatives.map(({ elements }) => (isBackward ? elements.toReversed() : elements))
}

/** The set of an element that matches exactly one character, or null. */
export function singleOf(node, { characters }) {
  switch (node.type) {
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
    case 'ExpressionCharacterClass':
      return node.type === 'Character' && node.parent.type === 'CharacterClass' ? null : characters(node.raw)
    case 'Group':
    case 'CapturingGroup': {
      const parts = node.alternatives.map(({ elements }) =>
        elements.length === 1 ? singleOf(elements[0], { characters }) : null,
      )
      return parts.includes(null) ? null : parts.reduce(union)
    }
    default:
      return null
  }
}

/** The sequence, and then what follows it: of that only the beginning counts. */
export function sequence(elements, follow, context) {
  const { first, peek, isEdge } = follow
  let rest = { ways: one, cost: nothing, first, peek, isEdge }
  for (const element of elements.toReversed()) rest = before(element, rest, context)
  return rest
}

function before(element, rest, context) {
  const single =
    element.type === 'Group' || element.type === 'CapturingGroup' ? null : singleOf(element, context)
  if (single !== null)
    return { ways: rest.ways, cost: plus(one, rest.cost), first: single, peek: one, isEdge: false }
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup': {
      const group = alternation(partsOf(element, context), rest, context)
      return {
        ways: times(group.ways, rest.ways),
        cost: plus(group.cost, times(group.ways, rest.cost)),
        first: group.first,
        peek: group.peek,
        isEdge: false,
      }
    }
    case 'Quantifier':
      return repetition(element, rest, context)
    case 'Assertion':
      return assertion(element, rest, context)
    default: {
      const read = lengthOf(element)
      return { ways: rest.ways, cost: plus(read, rest.cost), first: unknown, peek: read, isEdge: false }
    }
  }
}

/** How many characters a node matches at most. */
function lengthOf(node) {
  switch (node.type) {
    case 'Assertion':
      return nothing
    case 'Backreference':
      return [node.resolved].flat().map(lengthOf).reduce(greatest)
    case 'Quantifier':
      return times(Number.isFinite(node.max) ? [node.max] : [0, 1], lengthOf(node.element))
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives
        .map(({ elements }) => elements.map(lengthOf).reduce(plus, nothing))
        .reduce(greatest)
    default:
      return one
  }
}

function repetition({ element, min, max: written }, rest, context) {
  const max = written >= context.maxLength ? Number.POSITIVE_INFINITY : written
  const begin = sequence([element], anything, context)
  const after = afterCharacters(begin.first, rest, context)
  const again = { first: union(begin.first, rest.first), peek: plus(begin.peek, rest.peek), isEdge: false }
  const body = sequence([element], again, context)
  const isNullable = isEmpty(element)
  // Where nothing follows, nothing can fail and make the repetition end elsewhere.
  const isDecided = !isNullable && (rest.first === everything || areDisjoint(body.first, after))
  const bodies = costOfBodies(body, isDecided, max)
  const exits = sumOfPowers(body.ways, min, max)
  const ways = isDecided ? power(body.ways, max) : exits
  const leaving = isDecided
    ? plus(times(exits, rest.peek), times(ways, rest.cost))
    : times(exits, plus(rest.peek, rest.cost))
  return {
    ways: times(ways, rest.ways),
    cost: plus(bodies, leaving),
    first: min === 0 || isNullable ? union(begin.first, rest.first) : begin.first,
    peek: min === 0 ? plus(begin.peek, rest.peek) : begin.peek,
    isEdge: false,
  }
}

/**
 * A body that matches in one way only reads on from where the one before it stopped, so all of them together cost as
 * much as one that is as long as the text.
 */
function costOfBodies({ ways, cost }, isDecided, max) {
  const isSingle = degreeOf(ways) === 0 && ways[0] === 1
  if (!isDecided || !isSingle || Number.isFinite(max) || degreeOf(cost) !== 1)
    return times(sumOfPowers(ways, 0, max - 1), cost)
  return [cost[0], cost[0] + cost[1]]
}

/** What can begin after some characters; an edge of a word leaves only those of the other kind. */
function afterCharacters(before, { first, isEdge }, { characters }) {
  if (!isEdge) return first
  const word = characters('\\w')
  if (isWithin(before, word)) return intersection(first, complement(word))
  return areDisjoint(before, word) ? intersection(first, word) : first
}

function assertion(element, rest, context) {
  const passed = { ...rest, cost: plus(one, rest.cost), peek: plus(one, rest.peek), isEdge: false }
  switch (element.kind) {
    case 'word':
      return { ...passed, isEdge: !element.negate && !context.isBackward }
    case 'end': {
      if (context.isBackward) return passed
      const ends = context.isMultiline
        ? union(endOfText, context.characters('[\\n\\r\\u2028\\u2029]'))
        : endOfText
      return { ...passed, first: intersection(rest.first, ends) }
    }
    case 'start':
      return passed
    default: {
      const isBackward = element.kind === 'lookbehind'
      const within = { ...context, isBackward }
      const inner = alternation(partsOf(element, within), anything, within)
      const first =
        isBackward === context.isBackward && !isBackward ? ahead(element, inner, rest, context) : rest.first
      return {
        ways: rest.ways,
        cost: plus(inner.cost, rest.cost),
        peek: plus(inner.cost, rest.peek),
        first,
        isEdge: false,
      }
    }
  }
}

function ahead(element, inner, rest, context) {
  if (!element.negate) return intersection(rest.first, inner.first)
  const refused = element.alternatives.map(({ elements }) =>
    elements.length === 1 ? singleOf(elements[0], context) : null,
  )
  return refused.reduce(
    (first, set) => (set === null ? first : intersection(first, complement(set))),
    rest.first,
  )
}

/** Alternatives whose beginnings differ exclude each other, and those that begin alike are read like one. */
function alternation(alternatives, follow, context) {
  const parts = alternatives.map((elements) => ({ elements, ...sequence(elements, follow, context) }))
  const groups = groupOverlapping(parts)
  let [ways, cost] = [nothing, nothing]
  for (const group of groups) {
    const result = exclusive(group, follow, context)
    ways = greatest(ways, result.ways)
    cost = greatest(cost, result.cost)
  }
  const peek = parts.map((part) => part.peek).reduce(plus, nothing)
  return { ways, cost: plus(peek, cost), first: parts.map(({ first }) => first).reduce(union), peek }
}

function exclusive(group, follow, context) {
  const [{ elements }] = group
  if (group.length === 1) return group[0]
  const heads = group.map((part) => part.elements[0])
  if (heads.every((head) => head !== undefined && isSame(head, elements[0], context))) {
    const tails = alternation(
      group.map((part) => part.elements.slice(1)),
      follow,
      context,
    )
    const head = sequence([elements[0]], anything, context)
    return { ways: tails.ways, cost: plus(head.cost, tails.cost) }
  }
  const classes = splitByHead(group, context)
  if (classes.length > 1 && classes.length < group.length) {
    const results = classes.map((each) => exclusive(each, follow, context))
    return {
      ways: results.map(({ ways }) => ways).reduce(plus),
      cost: results.map(({ cost }) => cost).reduce(plus),
    }
  }
  return {
    ways: group.map(({ ways }) => ways).reduce(plus),
    cost: group.map(({ cost }) => cost).reduce(plus),
  }
}

/** One character, or nothing but a condition: both are done with in one way only. */
function isSame(head, other, context) {
  if (head.type === 'Assertion' || other.type === 'Assertion') return head.raw === other.raw
  const [set, otherSet] = [singleOf(head, context), singleOf(other, context)]
  return set !== null && otherSet !== null && areEqual(set, otherSet)
}

function splitByHead(group, context) {
  const classes = []
  for (const part of group) {
    const head = part.elements[0]
    const same = classes.find(
      ([{ elements }]) =>
        head !== undefined && elements[0] !== undefined && isSame(head, elements[0], context),
    )
    if (same === undefined) classes.push([part])
    else same.push(part)
  }
  return classes
}

function groupOverlapping(parts) {
  let groups = []
  for (const part of parts) {
    const touching = groups.filter(({ first }) => !areDisjoint(first, part.first))
    const merged = {
      first: touching.map(({ first }) => first).reduce(union, part.first),
      members: [...touching.flatMap(({ members }) => members), part],
    }
    groups = [...groups.filter((group) => !touching.includes(group)), merged]
  }
  return groups.map(({ members }) => members)
}

/** An upper bound of both. */
function greatest(left, right) {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, degree) =>
    Math.max(left[degree] ?? 0, right[degree] ?? 0),
  )
}
