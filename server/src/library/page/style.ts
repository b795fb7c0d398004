/** The style of the page, in light and dark, on paper, and on a phone, where each row of a table is a block. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --card: #f6f8fa; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0;
  --link: #0a58ca; --mark: #0a58ca; --rail: #d1d9e0; --alarm: #b42318;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --card: #161b22; --text: #e6edf3; --quiet: #9198a1; --line: #3d444d;
    --link: #6cb0ff; --mark: #6cb0ff; --rail: #3d444d; --alarm: #ff8f85;
  }
}
@media (forced-colors: active) {
  :root { --ground: Canvas; --card: Canvas; --text: CanvasText; --quiet: CanvasText; --line: GrayText; --link: LinkText; --mark: LinkText; --rail: GrayText; --alarm: CanvasText; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 80rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
p { margin: 0 0 .75rem; }
.quiet, .none, small, caption, .label { color: var(--quiet); }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
dl.figures { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.25rem 0; }
dl.figures div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; flex: 1 1 auto; padding: .6rem; }
dl.figures dt { color: var(--quiet); font-size: .8125rem; }
dl.figures dd { margin: 0; font-size: clamp(1.25rem, 2.4vw, 1.5rem); font-variant-numeric: tabular-nums; line-height: 1.3; }
dl.figures dd.note { font-size: .8125rem; color: var(--quiet); }
svg.axis { display: block; width: 100%; height: auto; overflow: visible; }
svg.axis.narrow { display: none; }
svg .label { fill: var(--quiet); font-size: 12px; }
svg .grid { stroke: var(--line); stroke-dasharray: 2 4; }
svg .tick { stroke: var(--quiet); }
svg .mark { fill: var(--mark); fill-opacity: .5; stroke: var(--mark); stroke-width: 1.5; }
svg .mark.open { fill: var(--ground); fill-opacity: 1; }
svg a:focus-visible { outline: none; }
svg a:focus-visible .mark, svg a:hover .mark { fill: var(--text); fill-opacity: 1; stroke: var(--text); stroke-width: 3; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; white-space: nowrap; }
#incidents, #tasks { font-size: .9375rem; }
#incidents td:first-child { white-space: nowrap; }
#incidents td:nth-child(2), #tasks td:nth-child(2) { min-width: 12rem; overflow-wrap: anywhere; }
#tasks td:nth-child(4) { overflow-wrap: anywhere; }
#tasks td:nth-child(5) { white-space: nowrap; }
.bars { margin-bottom: 1.25rem; }
.bars th, .bars td, .quarters td, .quarters th { border-bottom: 0; padding-top: .2rem; padding-bottom: .2rem; }
.bars tbody th { width: 1%; white-space: nowrap; color: var(--quiet); }
.bars td { display: flex; align-items: center; gap: .5rem; }
svg.bar { width: min(24rem, calc(100vw - 15rem)); height: .8rem; }
.bars td { min-width: 0; }
svg.bar rect { fill: var(--mark); }
.quarters tbody th, .quarters td:nth-child(2) { white-space: nowrap; width: 1%; }
svg.range { width: clamp(3.75rem, 12vw, 9rem); height: 1.1rem; vertical-align: middle; margin-right: .5rem; }
svg.range .rail { stroke: var(--rail); }
svg.range .middle { stroke: var(--mark); stroke-width: 3; }
svg.range circle { fill: var(--mark); }
.scroll { overflow-x: auto; }
th button { font: inherit; font-weight: 600; text-align: left; color: inherit; background: none; border: 0; padding: .2rem 0; margin: -.2rem 0; cursor: pointer; }
th button::after { content: '\\a0\\2195'; content: '\\a0\\2195' / ''; color: var(--quiet); }
th[aria-sort=ascending] button::after { content: '\\a0\\2191'; content: '\\a0\\2191' / ''; color: inherit; }
th[aria-sort=descending] button::after { content: '\\a0\\2193'; content: '\\a0\\2193' / ''; color: inherit; }
.search input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: .375rem; padding: .3rem .6rem; min-width: 0; width: min(20rem, 60vw); }
strong { color: var(--alarm); font-weight: 600; overflow-wrap: normal; }
summary { cursor: pointer; }
details ul { padding-left: 1.25rem; overflow-wrap: anywhere; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (min-width: 44rem) {
  .quarters td { white-space: nowrap; }
}
@media (max-width: 80rem) {
  thead th { white-space: normal; vertical-align: bottom; }
  #incidents th, #incidents td, #tasks th, #tasks td { padding-right: .5rem; }
}
@media (max-width: 60rem) {
  svg.axis.wide .label { font-size: 14px; }
}
@media (max-width: 40rem) {
  svg.axis.wide { display: none; }
  svg.axis.narrow { display: block; }
  #incidents thead, #tasks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  #incidents, #tasks, #incidents tbody, #tasks tbody, #incidents caption, #tasks caption { display: block; }
  #incidents tr, #tasks tr { display: block; border-bottom: 1px solid var(--line); padding: .5rem 0; }
  #incidents tr[hidden] { display: none; }
  #incidents td, #tasks td { display: flex; gap: .75rem; border: 0; padding: .1rem 0; overflow-wrap: anywhere; }
  #incidents td:empty, #tasks td:empty { display: none; }
  #incidents td:nth-child(2), #tasks td:nth-child(2) { min-width: 0; }
  #incidents td::before, #tasks td::before { content: attr(data-title); color: var(--quiet); flex: 0 0 6.5rem; }
  .quarters { font-size: .875rem; }
  .quarters th, .quarters td { padding-right: .5rem; }
  .quarters th, .quarters td:nth-child(2) { white-space: normal; }
  svg.range { display: block; width: 3.75rem; margin: 0; }
  .bars { font-size: .9375rem; }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --card: #fff; --text: #000; --quiet: #444; --line: #bbb; --link: #000; --mark: #000; --rail: #bbb; --alarm: #000;
  }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .search { display: none; }
  .scroll { overflow: visible; }
  th button::after { content: none; }
  #incidents, #tasks { font-size: 8pt; }
  thead th { white-space: normal; }
  td { overflow-wrap: anywhere; }
  #tasks td:first-child, #tasks td:nth-child(3) { overflow-wrap: break-word; }
  a { text-decoration: none; }
  tr, svg, dl.figures div { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
`
