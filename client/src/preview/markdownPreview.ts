import type { PreviewEngine, PreviewPicture } from '@postmortem/shared/preview'

/** The part of markdown-it that is used here. The built-in preview passes its own instance. */
export interface MarkdownIt {
  parse(source: string, environment: unknown): Token[]
  readonly renderer: { render(tokens: readonly Token[], options: unknown, environment: unknown): string }
}

export interface Token {
  readonly type: string
  readonly level: number
  /** The lines that a block spans, end exclusive. */
  readonly map: readonly [number, number] | null
  readonly content: string
}

/**
 * Shows the incident as a picture above the Timeline section in the built-in Markdown preview, and its causes above
 * the list of them.
 *
 * Documents are also parsed for other purposes than the preview, so nothing is drawn until the tokens are
 * rendered. The editor keeps the tokens for as long as the document does not change, and the pictures are
 * cached with them.
 */
export function extendMarkdownIt<Engine extends MarkdownIt>(
  markdownIt: Engine,
  load: () => PreviewEngine,
): Engine {
  const { renderer } = markdownIt
  const parse = markdownIt.parse.bind(markdownIt)
  const render = renderer.render.bind(renderer)
  const sources = new WeakMap<readonly Token[], string>()
  const withPictures = new WeakMap<readonly Token[], readonly Token[]>()

  markdownIt.parse = (source, environment) => {
    const tokens = parse(source, environment)
    if (mayBeReport(source)) sources.set(tokens, source)
    return tokens
  }

  const addPictures = (tokens: readonly Token[]): readonly Token[] => {
    const source = sources.get(tokens)
    if (source === undefined) return tokens
    const extended = withPictures.get(tokens) ?? insertPictures(tokens, load().findPictures(source))
    withPictures.set(tokens, extended)
    return extended
  }

  renderer.render = (tokens, options, environment) => {
    // A preview without pictures is better than none.
    let shown = tokens
    try {
      shown = addPictures(tokens)
    } catch (error) {
      console.error('The pictures of the incident could not be drawn.', error)
    }
    return render(shown, options, environment)
  }
  return markdownIt
}

/**
 * This runs for every Markdown document, so it must be cheap: a report contains times and words of an
 * incident.
 */
function mayBeReport(source: string): boolean {
  return (
    /\d\d?\s?[:.h]\s?\d\d|\d\s?[ap]\.?m\b|\bT\+\d/i.test(source) &&
    /post-?\s?mortem|incident|outage|timeline|root cause|chronology|what happened/i.test(source)
  )
}

function insertPictures(tokens: readonly Token[], pictures: readonly PreviewPicture[]): readonly Token[] {
  if (pictures.length === 0) return tokens
  const extended: Token[] = []
  let next = 0
  for (const token of tokens) {
    const { level, map } = token
    for (let picture = pictures[next]; picture !== undefined; picture = pictures[next]) {
      if (level !== 0 || map === null || picture.line >= map[1]) break
      extended.push(toBlock(picture, token))
      next += 1
    }
    extended.push(token)
  }
  return extended
}

/** Renderers use more of a token than its type declares, so it has the prototype of a real one. */
function toBlock({ svg }: PreviewPicture, token: Token): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), {
    ...token,
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
}
