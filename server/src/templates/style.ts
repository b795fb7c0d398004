/** The Markdown style of a document, so that inserted text looks as if its author had written it. */
export interface Style {
  readonly title: TitleStyle
  /** The style of a label before a value: `**Impact:** …` or `Impact: …`. */
  readonly label: 'bold' | 'plain'
  readonly bullet: '-' | '*' | '+'
  readonly lineEnding: '\n' | '\r\n' | '\r'
}

/** The style of a section title. A heading below it is one level deeper, if there are levels. */
export type TitleStyle =
  | { readonly markup: 'atx'; readonly level: number; readonly closed: boolean }
  | { readonly markup: 'setext'; readonly level: 1 | 2 }
  | { readonly markup: 'bold'; readonly colon: boolean }
  | { readonly markup: 'plain'; readonly colon: boolean }

export const defaultStyle: Style = {
  title: { markup: 'atx', level: 2, closed: false },
  label: 'bold',
  bullet: '-',
  lineEnding: '\n',
}
