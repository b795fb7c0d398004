import type { Style, TitleStyle } from './style.ts'
import type { Part, Template, TemplateSection } from './template.ts'

/** A whole new report, with `{{placeholders}}`. */
export function renderReport(template: Template, style: Style): string {
  const title: TitleStyle = { markup: 'atx', level: 1, closed: false }
  const parts = [renderTitle(template.title, title)]
  for (const section of template.sections) parts.push(...sectionBlocks(section, style))
  return withLineEnding(`${parts.join('\n\n')}\n`, style)
}

/** A section's title and body, without a line ending at the end. */
export function renderSection(section: TemplateSection, style: Style): string {
  return withLineEnding(sectionBlocks(section, style).join('\n\n'), style)
}

/** A section's body, without a line ending at the end. */
export function renderBody(section: TemplateSection, style: Style): string {
  return renderParts(section.body, style)
}

/** Part of a section's body, without a line ending at the end. */
export function renderParts(parts: readonly Part[], style: Style): string {
  return withLineEnding(partBlocks(parts, style, deeper(style.title)).join('\n\n'), style)
}

function sectionBlocks(section: TemplateSection, style: Style): readonly string[] {
  return [renderTitle(section.title, style.title), ...partBlocks(section.body, style, deeper(style.title))]
}

function renderTitle(text: string, title: TitleStyle): string {
  switch (title.markup) {
    case 'atx': {
      const hashes = '#'.repeat(title.level)
      return title.closed ? `${hashes} ${text} ${hashes}` : `${hashes} ${text}`
    }
    case 'setext':
      return `${text}\n${(title.level === 1 ? '=' : '-').repeat(text.length)}`
    case 'bold':
      return title.colon ? `**${text}:**` : `**${text}**`
    case 'plain':
      return title.colon ? `${text}:` : text
  }
}

function deeper(title: TitleStyle): TitleStyle {
  switch (title.markup) {
    case 'atx':
      return { ...title, level: Math.min(title.level + 1, 6) }
    case 'setext':
      return title.level === 1 ? { markup: 'setext', level: 2 } : { markup: 'atx', level: 3, closed: false }
    case 'bold':
    case 'plain':
      return title
  }
}

/** The blocks to be separated by blank lines. The items of a list are one block. */
function partBlocks(parts: readonly Part[], style: Style, title: TitleStyle): readonly string[] {
  const blocks: string[] = []
  let list: string[] = []
  const endList = () => {
    if (list.length > 0) blocks.push(list.join('\n'))
    list = []
  }
  for (const part of parts) {
    if (part.kind === 'paragraph' || part.kind === 'heading') endList()
    switch (part.kind) {
      case 'paragraph':
        blocks.push(part.text)
        break
      case 'heading':
        blocks.push(renderTitle(part.title, title), ...partBlocks(part.body, style, deeper(title)))
        break
      case 'item':
        list.push(`${style.bullet} ${part.text}`)
        break
      case 'field':
        list.push(`${style.bullet} ${renderLabel(part.label, style)} ${part.text}`)
        break
      case 'entry':
        list.push(`${style.bullet} ${part.time} - ${part.text}`)
        break
      case 'task':
        list.push(`${style.bullet} [ ] ${part.text}`)
        break
    }
  }
  endList()
  return blocks
}

function renderLabel(label: string, style: Style): string {
  return style.label === 'bold' ? `**${label}:**` : `${label}:`
}

function withLineEnding(text: string, style: Style): string {
  return style.lineEnding === '\n' ? text : text.replaceAll('\n', style.lineEnding)
}
