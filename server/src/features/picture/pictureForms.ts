/**
 * A page holds a picture in both forms, and its style shows the one that fits: text that is shrunken to a narrow page
 * could not be read. On a narrow page, labels are shorter and more of them go below each other.
 */
export type PageForm = 'usual' | 'narrow'

/** Of a picture for a page that is as wide as most; each picture may have another width there. */
export const narrowWidth = 360

export function inBothForms(draw: (form: PageForm) => string): string {
  return `<div class="postmortem-picture-frame">${draw('usual')}\n${draw('narrow')}</div>`
}

/** The class of a form, after those of the picture. */
export function classOf(form: PageForm): string {
  return form === 'narrow' ? ' narrow' : ''
}
