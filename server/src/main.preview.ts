import type { PreviewEngine } from '@postmortem/shared/preview'
import { findPreviewPictures } from './features/picture/previewPictures.ts'

/** The milliseconds after which the preview is shown without pictures. */
const budget = 1000

/**
 * The entry point for the Markdown preview, which cannot wait for the server. It sees nothing but the text of
 * the document, so a team's configuration is unknown here.
 */
export const findPictures: PreviewEngine['findPictures'] = (text) => {
  const end = Date.now() + budget
  return findPreviewPictures(text, () => end - Date.now())
}
