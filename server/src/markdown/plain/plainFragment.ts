import type { Point } from 'unist'
import type { Fragment } from '../fragment.ts'
import { continuedBy } from '../fragmentNodes.ts'
import type { Language } from '../grammar.ts'
import { lineEndingLength } from '../lines.ts'
import { type Signature, startsHere } from '../signature.ts'
import type { Unit } from '../unit.ts'
import { PlainBlocks } from './plainBlocks.ts'
import { nodesOf } from './plainNodes.ts'

/**
 * A unit in the making that holds nothing but blocks in their simplest forms. Most units are like this, and micromark
 * takes many times as long to read them. As soon as a line or some inline content is anything else, micromark reads
 * the unit from its start.
 */
export class PlainFragment {
  readonly #signature: Signature
  readonly #openExact: () => Fragment
  readonly #blocks: PlainBlocks
  readonly #lines: string[] = []
  #exact: Fragment | undefined
  #length = 0

  /** `openExact` opens the unit for micromark. */
  constructor(language: Language, signature: Signature, openExact: () => Fragment) {
    this.#signature = signature
    this.#openExact = openExact
    this.#blocks = new PlainBlocks(signature)
    if (language !== 'markdown') this.#exact = openExact()
  }

  get length(): number {
    return this.#length
  }

  addLine(line: string): void {
    if (this.#exact === undefined && !this.#blocks.take(line, this.#end)) this.#exact = this.#readExactly()
    this.#exact?.addLine(line)
    this.#lines.push(line)
    this.#length += line.length
  }

  /** The signature of the text so far, for the next line; undefined if the text has none. */
  signatureBefore(line: string): Signature | undefined {
    if (this.#exact !== undefined) return this.#exact.signatureBefore(line)
    if (this.#length === 0) return this.#signature
    const { signature } = this.#blocks
    return signature !== undefined && startsHere(signature, line) ? signature : undefined
  }

  /** Ends the unit; `next` is the line that follows, if the document goes on. */
  close(next: string | undefined): Unit {
    return this.#exact?.close(next) ?? this.#closePlainly(next) ?? this.#readExactly().close(next)
  }

  #closePlainly(next: string | undefined): Unit | undefined {
    const isContinued = next !== undefined && this.signatureBefore(next) !== undefined
    const drafts = this.#blocks.close(this.#end, isContinued)
    const text = this.#lines.join('')
    const nodes = drafts && nodesOf(drafts, text)
    if (nodes === undefined) return undefined
    return {
      text,
      lineCount: this.#end.line - 1,
      nodes,
      continues: continuedBy(this.#signature),
      signature: this.#signature,
      defined: [],
      asked: nothingAsked,
      checked: undefined,
      end: this.#end,
    }
  }

  #readExactly(): Fragment {
    const exact = this.#openExact()
    for (const line of this.#lines) exact.addLine(line)
    return exact
  }

  get #end(): Point {
    const last = this.#lines.at(-1) ?? ''
    const isOpen = last !== '' && lineEndingLength(last) === 0
    const line = this.#lines.length
    return isOpen
      ? { line, column: last.length + 1, offset: this.#length }
      : { line: line + 1, column: 1, offset: this.#length }
  }
}

const nothingAsked: ReadonlyMap<string, boolean> = new Map()
