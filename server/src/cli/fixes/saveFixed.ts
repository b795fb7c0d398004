import { maskText } from '../../checking/lintedFile.ts'
import type { Finding } from '../../checking/rule.ts'
import type { SourceFile } from '../readSources.ts'
import { toVisible } from '../reporters/visible.ts'
import type { Terminal } from '../terminal.ts'
import type { Save } from './fixDocuments.ts'
import { byteOrderMark, hasByteOrderMark, replaceFile } from './replaceFile.ts'
import { writeUnifiedDiff } from './unifiedDiff.ts'

export function replaceFixed({ folder }: Terminal): Save {
  return async ({ source }, { source: { text } }) =>
    source.path === null || source.text === text
      ? null
      : replaceFile(source.path, source.bytes, source.text, folder)
}

/** Standard input goes to standard output, whether anything was fixed or not. */
export function writeFixed({ write }: Terminal): Save {
  return async ({ source: { bytes, text } }) => {
    await write(hasByteOrderMark(bytes) ? byteOrderMark + text : text)
    return null
  }
}

export function writeDiff({ write }: Terminal): Save {
  return async ({ source, findings }, before) => {
    const name = toVisible(source.name.replaceAll('\\', '/'))
    const diff = writeUnifiedDiff(name, toShown(before.source, before.findings), toShown(source, findings))
    if (diff !== '') await write(diff)
    return null
  }
}

/** The text as it may be shown: line by line, with secrets masked and control characters made visible. */
function toShown({ text }: SourceFile, findings: readonly Finding[]): string {
  const masked = maskText(text, findings)
  return masked.replace(/[^\r\n]+|\r(?!\n)/g, toVisible)
}
