/** The colours of the pictures, as one style sheet for files and one for the editor. */

type Theme = 'light' | 'dark' | 'contrastDark' | 'contrastLight' | 'forced'
type Palette = Readonly<Record<Theme, string>>

const paint = (
  light: string,
  dark: string,
  contrastDark: string,
  contrastLight: string,
  forced: string,
): Palette => ({ light, dark, contrastDark, contrastLight, forced })

const ink = paint('#1f2328', '#e6edf3', '#ffffff', '#000000', 'CanvasText')
const muted = paint('#57606a', '#9da7b1', '#ffffff', '#000000', 'CanvasText')
const paper = paint('#ffffff', '#0d1117', '#000000', '#ffffff', 'Canvas')
const grid = paint('#d0d7de', '#3d444d', '#6fc3df', '#0f4a85', 'GrayText')
const event = paint('#0550ae', '#79c0ff', '#ffffff', '#0f4a85', 'LinkText')

/** Pale surfaces on which text in ink is readable, and their borders. */
const phases = {
  undetected: {
    surface: paint('#ffd7d5', '#5c1a1e', '#000000', '#ffffff', 'Canvas'),
    border: paint('#cf222e', '#f85149', '#ff8a84', '#a40e26', 'CanvasText'),
  },
  responding: {
    surface: paint('#fff0b8', '#4a3708', '#000000', '#ffffff', 'Canvas'),
    border: paint('#9a6700', '#d29922', '#ffd866', '#7d4e00', 'CanvasText'),
  },
  mitigated: {
    surface: paint('#cfe8ff', '#10355c', '#000000', '#ffffff', 'Canvas'),
    border: paint('#0969da', '#58a6ff', '#79c0ff', '#0349b4', 'CanvasText'),
  },
} as const

const causes = {
  happened: phases.undetected,
  reason: phases.responding,
  last: phases.mitigated,
} as const

const moments = {
  started: paint('#cf222e', '#f85149', '#ff8a84', '#a40e26', 'CanvasText'),
  detected: paint('#9a6700', '#d29922', '#ffd866', '#7d4e00', 'CanvasText'),
  escalated: paint('#8250df', '#bc8cff', '#d8b9ff', '#622cbc', 'CanvasText'),
  mitigated: paint('#0969da', '#58a6ff', '#79c0ff', '#0349b4', 'CanvasText'),
  resolved: paint('#1a7f37', '#3fb950', '#56f07a', '#055d20', 'CanvasText'),
} as const

interface Rule {
  readonly selector: string
  readonly property: 'fill' | 'stroke'
  readonly color: Palette
}

const rules: readonly Rule[] = [
  { selector: '.paper', property: 'fill', color: paper },
  { selector: 'text', property: 'fill', color: ink },
  { selector: '.muted', property: 'fill', color: muted },
  { selector: '.label', property: 'stroke', color: paper },
  { selector: '.grid', property: 'stroke', color: grid },
  { selector: '.event', property: 'fill', color: event },
  { selector: '.event', property: 'stroke', color: paper },
  { selector: '.event.misleading', property: 'fill', color: paper },
  { selector: '.event.misleading', property: 'stroke', color: event },
  ...Object.entries(phases).flatMap(([name, { surface, border }]): Rule[] => [
    { selector: `.phase.${name}`, property: 'fill', color: surface },
    { selector: `.phase.${name}`, property: 'stroke', color: border },
  ]),
  ...Object.entries(causes).flatMap(([name, { surface, border }]): Rule[] => [
    { selector: `.cause.${name}`, property: 'fill', color: surface },
    { selector: `.cause.${name}`, property: 'stroke', color: border },
  ]),
  { selector: '.why', property: 'stroke', color: muted },
  ...Object.entries(moments).flatMap(([name, color]): Rule[] => [
    { selector: `.moment.${name}`, property: 'fill', color },
    { selector: `.lead.${name}`, property: 'stroke', color },
  ]),
]

const scope = '.postmortem-picture'

/** A page that is narrower, in pixels, shows the narrow form of the picture. */
const leastForUsualForm = { timeline: 460, causes: 400 }

/** The borders differ in shape too, so that phases can be told apart without colour. */
const shapes = [
  `${scope} text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}`,
  `${scope} .title{font-size:15px;font-weight:600}`,
  `${scope} .name{font-weight:600}`,
  `${scope} .phase{stroke-width:1.5}`,
  `${scope} .phase.undetected{stroke-dasharray:2 2}`,
  `${scope} .phase.mitigated{stroke-dasharray:6 3}`,
  `${scope} .why,${scope} .cause{stroke-width:1.5}`,
  `${scope} .cause.happened{stroke-width:2.5}`,
  `${scope} .cause.last{stroke-dasharray:6 3}`,
  `${scope} path{fill:none}`,
  `${scope} .lead{stroke-dasharray:1 2}`,
  // What is behind a label keeps its distance from the letters.
  `${scope} .label{paint-order:stroke;stroke-width:4;stroke-linejoin:round}`,
  `${scope} .event{stroke-width:1.5}`,
  `${scope} .event:hover{stroke-width:4}`,
]

/** The style of a file of its own, which follows the theme of the system and is light on paper. */
export const fileStyle = [
  ...shapes,
  ...paintIn('light'),
  inMedia('(prefers-color-scheme:dark)', paintIn('dark')),
  inMedia('print', paintIn('light')),
  inMedia('(forced-colors:active)', paintIn('forced')),
].join('\n')

/**
 * The style of pictures in VS Code, which marks its theme with classes on the body. A light high-contrast theme
 * has both of the last two classes.
 */
export const pageStyle = [
  // The page of *Show Timeline* may be a narrow column.
  'body[data-cursor]{padding:0 10px}',
  // Only what is far too wide scrolls, in its frame.
  `${scope}-frame{container-type:inline-size;overflow-x:auto;margin:1em 0}`,
  `${scope}{display:block;width:100%;max-width:760px;height:auto}`,
  '.postmortem-causes{max-width:600px}',
  `${scope}.narrow{display:none;min-width:240px;max-width:400px}`,
  '.postmortem-causes.wide{width:auto;max-width:none}',
  ...Object.entries(leastForUsualForm).map(
    ([picture, width]) =>
      `@container (width<${width}px){.postmortem-${picture}{display:none}.postmortem-${picture}.narrow{display:block}}`,
  ),
  ...shapes,
  ...paintIn('light'),
  ...paintIn('dark', '.vscode-dark '),
  ...paintIn('contrastDark', '.vscode-high-contrast '),
  ...paintIn('contrastLight', '.vscode-high-contrast-light '),
  // Every theme has a background of its own.
  `${scope} .label.label,${scope} .event:not(.misleading){stroke:var(--vscode-editor-background)}`,
  `${scope} .event.misleading{fill:var(--vscode-editor-background)}`,
  `${scope} .entry{cursor:pointer}`,
  `${scope} .entry:focus{outline:none}`,
  // Rings, because they show on every surface and without colour.
  ...ring(['.entry:hover', '.entry:focus-visible'], 'var(--vscode-focusBorder,#0969da)'),
  ...ring(['.entry.current'], 'var(--vscode-editor-foreground,#1f2328)'),
  // With high contrast, an entry has the colour of the ring.
  `.vscode-high-contrast ${scope} .entry.current{outline:2px solid var(--vscode-editor-foreground);outline-offset:4px}`,
  // `body[class]` is specific enough to override every theme.
  inMedia('print', [`${scope}{break-inside:avoid}`, ...paintIn('light', 'body[class] ')]),
  inMedia('(forced-colors:active)', paintIn('forced', 'body[class] ')),
].join('\n')

function ring(entries: readonly string[], color: string): readonly string[] {
  const marks = entries.flatMap((entry) => [`${entry} .event.event`, `${entry} .cause.cause`])
  return marks.map((mark) => `${scope} ${mark}{stroke:${color};stroke-width:4;stroke-dasharray:none}`)
}

function paintIn(theme: Theme, within = ''): readonly string[] {
  return rules.map(
    ({ selector, property, color }) => `${within}${scope} ${selector}{${property}:${color[theme]}}`,
  )
}

function inMedia(query: string, lines: readonly string[]): string {
  return `@media ${query}{\n${lines.join('\n')}\n}`
}
