import type { PreviewEngine } from '@postmortem/shared/preview'
import { findPreviewPicture } from './features/picture/previewPicture.ts'

/** The milliseconds after which the preview is shown without a picture. */
const budget = 1000

/**
 * The entry point for the Markdown preview, which cannot wait for the server. It sees nothing but the text of
 * the document, so a team's configuration is unknown here.
 */
export const findPicture: PreviewEngine['findPicture'] = (text) => {
  const start = Date.now()
  return findPreviewPicture(text, () => Date.now() - start > budget)
}
