/** How a document writes its Markdown, so that inserted text looks as if its author had written it. */
export interface Style {
  readonly title: TitleStyle
  /** How a label before a value looks: `**Impact:** …` or `Impact: …`. */
  readonly label: 'bold' | 'plain'
  readonly bullet: '-' | '*' | '+'
  readonly lineEnding: '\n' | '\r\n' | '\r'
}

/** How the title of a section looks; a heading below it is one level deeper, or bold where there are no levels. */
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
