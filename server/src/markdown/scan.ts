import { Fragment } from './fragment.ts'
import type { Grammar, Language } from './grammar.ts'
import type { Definitions } from './identifiers.ts'
import { endOfLine } from './lines.ts'
import { PlainFragment } from './plain/plainFragment.ts'
import { blockOf, type Cursor, type Sequence } from './sequence.ts'
import { fenceRun, type Signature } from './signature.ts'
import type { Source } from './source.ts'
import type { Unit } from './unit.ts'

/** Everything that reading a text needs besides the text. */
export interface Reader {
  readonly grammar: Grammar
  readonly language: Language
  readonly definitions: Definitions
}

/** A unit ends at the first line after this many characters at which one may end. */
const enough = 192
const enoughOfFence = 512

/** Two neighbours as small as this become one unit, or deleting would leave ever smaller ones behind. */
const little = 64

/**
 * Reads from where the source starts, with the given signature, until an old unit starts at a place where the
 * text before means the same as it did when that unit was read: from there on nothing has changed.
 */
export function scan(
  reader: Reader,
  source: Source,
  sequence: Sequence<Unit>,
  signature: Signature,
): { readonly units: readonly Unit[]; readonly end: Cursor } {
  const units: Unit[] = []
  let fragment = openFragment(reader, signature)
  for (let { line } = source; line !== undefined; line = source.line) {
    const here = fragment.signatureBefore(line)
    if (here !== undefined && agreesWithOld(source, sequence, here, fragment.length)) break
    if (here !== undefined && fragment.length >= (fenceRun(here) === undefined ? enough : enoughOfFence)) {
      units.push(fragment.close(line))
      fragment = openFragment(reader, here)
    }
    fragment.addLine(line)
    source.advance()
  }
  if (fragment.length > 0) units.push(fragment.close(source.line))
  return { units, end: source.boundary! }
}

/** Reads a unit again whose text and surroundings have not changed. */
export function reread(reader: Reader, unit: Unit, next: string | undefined): Unit {
  const fragment = openFragment(reader, unit.signature)
  addLines(fragment, unit.text)
  return fragment.close(next)
}

/** Reads the whole text as one unit. */
export function readWhole(reader: Reader, text: string): Unit {
  const fragment = openFragment(reader, 'fresh')
  addLines(fragment, text)
  return fragment.close(undefined)
}

function addLines(fragment: PlainFragment, text: string): void {
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at)
    fragment.addLine(text.slice(at, end))
    at = end
  }
}

function openFragment({ grammar, language, definitions }: Reader, signature: Signature): PlainFragment {
  return new PlainFragment(language, signature, () => new Fragment(grammar, language, signature, definitions))
}

function agreesWithOld(source: Source, sequence: Sequence<Unit>, here: Signature, length: number): boolean {
  const { boundary } = source
  const old = boundary && blockOf(sequence, boundary)
  if (old?.signature !== here) return false
  return length === 0 || length >= little || old.text.length >= little
}
