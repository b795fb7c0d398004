import type { PreviewEngine, PreviewPicture } from '@postmortem/shared/preview'

/** As much of markdown-it as is needed; the built-in preview brings it. */
export interface MarkdownIt {
  parse(source: string, environment: unknown): Token[]
  readonly renderer: { render(tokens: readonly Token[], options: unknown, environment: unknown): string }
}

export interface Token {
  readonly type: string
  readonly level: number
  /** The lines that a block spans, the last one excluded. */
  readonly map: readonly [number, number] | null
  readonly content: string
}

/**
 * Shows the incident as a picture above the Timeline section in the built-in Markdown preview.
 *
 * A document is parsed for other purposes than the preview as well, so nothing is drawn before it is rendered.
 * The editor keeps the tokens for as long as the document does not change, and the picture is kept with them.
 */
export function extendMarkdownIt<Engine extends MarkdownIt>(
  markdownIt: Engine,
  load: () => PreviewEngine,
): Engine {
  const { renderer } = markdownIt
  const parse = markdownIt.parse.bind(markdownIt)
  const render = renderer.render.bind(renderer)
  const sources = new WeakMap<readonly Token[], string>()
  const pictured = new WeakMap<readonly Token[], readonly Token[]>()

  markdownIt.parse = (source, environment) => {
    const tokens = parse(source, environment)
    if (mayBeReport(source)) sources.set(tokens, source)
    return tokens
  }

  const addPicture = (tokens: readonly Token[]): readonly Token[] => {
    const source = sources.get(tokens)
    if (source === undefined) return tokens
    const known = pictured.get(tokens) ?? insertPicture(tokens, load().findPicture(source))
    pictured.set(tokens, known)
    return known
  }

  renderer.render = (tokens, options, environment) => {
    // A preview without a picture is better than none.
    let shown = tokens
    try {
      shown = addPicture(tokens)
    } catch (error) {
      console.error('The picture of the timeline could not be drawn.', error)
    }
    return render(shown, options, environment)
  }
  return markdownIt
}

/** Asked of every Markdown document that is shown, so it must cost nothing: a report has times, and says what it is. */
function mayBeReport(source: string): boolean {
  return (
    /\d\d?\s?[:.h]\s?\d\d|\d\s?[ap]\.?m\b|\bT\+\d/i.test(source) &&
    /post-?\s?mortem|incident|outage|timeline|root cause|chronology|what happened/i.test(source)
  )
}

function insertPicture(tokens: readonly Token[], picture: PreviewPicture | null): readonly Token[] {
  if (picture === null) return tokens
  const { line, svg } = picture
  const at = tokens.findIndex(({ level, map }) => level === 0 && map !== null && line < map[1])
  if (at === -1) return tokens
  // Renderers ask a token for more than its type promises; one of the same making has all of it.
  const block: Token = Object.assign(Object.create(Object.getPrototypeOf(tokens[at])), {
    ...tokens[at],
    type: 'html_block',
    tag: '',
    attrs: null,
    nesting: 0,
    children: null,
    markup: '',
    info: '',
    map: null,
    content: `${svg}\n`,
  })
  return [...tokens.slice(0, at), block, ...tokens.slice(at)]
}
