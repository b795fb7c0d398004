import type { Chunk, TokenizeContext } from 'micromark-util-types'
import { chunksOf } from './chunks.ts'
import { limitMarkers } from './depth.ts'
import { fragmentNodes } from './fragmentNodes.ts'
import type { Grammar, Language } from './grammar.ts'
import { type Definitions, IdentifierLog } from './identifiers.ts'
import { countLineEndings } from './lines.ts'
import {
  fenceRun,
  fenceSignature,
  itemSentinel,
  listMarker,
  openingLines,
  type Signature,
  startsHere,
} from './signature.ts'
import { type ContainerState, followContainers, signatureOfFlow } from './tokenizerState.ts'
import type { Unit } from './unit.ts'

/**
 * A unit in the making: micromark's tokenizer for documents, fed line by line. Between two lines its state
 * says whether a unit may end there, so a boundary is never guessed from the look of the text.
 */
export class Fragment {
  readonly #grammar: Grammar
  readonly #signature: Signature
  readonly #identifiers: IdentifierLog
  readonly #tokenizer: TokenizeContext
  readonly #state: ContainerState = { depth: 0, outermost: undefined, seen: 0 }
  /** The open top-level fence. `run` is undefined if the fence is indented. */
  #fence: { readonly run: string | undefined; lines: number } | undefined
  #lines: string[] = []
  #length = 0

  constructor(grammar: Grammar, language: Language, signature: Signature, definitions: Definitions) {
    const parser = grammar.parsers[language]
    const opening = openingLines(signature)
    const openingLength = opening.reduce((sum, line) => sum + line.length, 0)
    this.#grammar = grammar
    this.#signature = signature
    this.#identifiers = new IdentifierLog(definitions)
    parser.defined = this.#identifiers.links
    parser.gfmFootnotes = this.#identifiers.footnotes
    parser.lazy = {}
    // The lines of the opening have the numbers -1 and 0, so the first line of the unit has number 1. It
    // takes two lines to open a table, and a tokenizer that is told to start on line 0 starts on line 1.
    const start = { line: 1 - opening.length, column: 1, offset: -openingLength }
    this.#tokenizer = parser.document(opening.length > 0 ? start : undefined)
    for (const line of opening) this.#write(line)
    const run = fenceRun(signature)
    if (run !== undefined) this.#fence = { run, lines: 1 }
  }

  get length(): number {
    return this.#length
  }

  addLine(line: string): void {
    this.#lines.push(line)
    this.#length += line.length
    this.#write(line)
    this.#followFence(line)
  }

  /** The signature of the text so far, for the next line; undefined if the text has none. */
  signatureBefore(line: string): Signature | undefined {
    if (this.#length === 0) return this.#signature
    const signature = this.#signatureOfState()
    return signature !== undefined && startsHere(signature, line) ? signature : undefined
  }

  /** Ends the unit; `next` is the line that follows, if the document goes on. */
  close(next: string | undefined): Unit {
    const isInList =
      listMarker(next === undefined ? 'fresh' : (this.signatureBefore(next) ?? 'fresh')) !== undefined
    const sentinel = isInList ? itemSentinel(next!) : ''
    const events = this.#tokenizer.write([...chunksOf(sentinel), null])
    this.#identifiers.startAnswering()
    const text = this.#lines.length === 1 ? this.#lines[0]! : this.#lines.join('')
    const root = this.#grammar.compile(events)
    return {
      text,
      lineCount: countLineEndings(text),
      ...fragmentNodes(root, this.#signature, isInList, text),
      signature: this.#signature,
      defined: [...this.#identifiers.defined],
      asked: this.#identifiers.asked,
      checked: (root as { checked?: boolean }).checked,
      end: root.position!.end,
    }
  }

  #write(line: string): void {
    this.#tokenizer.write(chunksOf(limitMarkers(line)) as Chunk[])
    followContainers(this.#state, this.#tokenizer.events)
  }

  get #flow(): TokenizeContext | undefined {
    return this.#tokenizer.events.at(-1)?.[1]._tokenizer
  }

  /** A fence that was opened on an earlier line stays what it is, whatever its lines look like. */
  #followFence(line: string): void {
    const isFenced = this.#state.depth === 0 && this.#flow?.currentConstruct?.name === 'codeFenced'
    if (!isFenced) this.#fence = undefined
    else if (this.#fence !== undefined) this.#fence.lines += 1
    else this.#fence = { run: /^(?:`{3,}|~{3,})/.exec(line)?.[0], lines: 0 }
  }

  #signatureOfState(): Signature | undefined {
    const { depth, outermost } = this.#state
    if (depth > 0) return outermost
    if (this.#fence !== undefined) {
      const { run, lines } = this.#fence
      return run !== undefined && lines > 0 ? fenceSignature(run) : undefined
    }
    const flow = this.#flow
    if (flow === undefined || flow.currentConstruct !== undefined) return undefined
    return signatureOfFlow(flow.events)
  }
}
