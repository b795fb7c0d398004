import { type Sentence, sentence } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import { type Html, html } from './html.ts'

export interface Bar {
  readonly label: Sentence
  readonly count: number
}

/** Counts as a table with a bar in each row, which a screen reader reads as a table. */
export function drawBars(
  caption: Sentence,
  heading: Sentence,
  bars: readonly Bar[],
  translate: Translate,
): Html {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return html`<table class="bars"><caption>${translate(caption)}</caption><thead class="hidden"><tr><th scope="col">${translate(heading)}</th><th scope="col">${translate(sentence`Count`)}</th></tr></thead><tbody>${bars.map(
    ({ label, count }) =>
      html`<tr><th scope="row">${translate(label)}</th><td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((count / most) * 1000) / 10}" height="10"/></svg><span>${count}</span></td></tr>`,
  )}</tbody></table>`
}

/** Counts values into classes. The upper end of each class belongs to the next one. */
export function countClasses(
  values: readonly number[],
  classes: readonly (readonly [below: number, label: Sentence])[],
): readonly Bar[] {
  let from = Number.NEGATIVE_INFINITY
  return classes.map(([below, label]) => {
    const start = from
    from = below
    return { label, count: values.filter((value) => start <= value && value < below).length }
  })
}
