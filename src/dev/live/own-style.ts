/** Style sheet of the dev server's own pages. */
export const ownStyle = `:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 }
main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 4rem }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere }
h2 { font-size: 1.15rem; margin-top: 2rem }
code, pre { font: .9em/1.45 ui-monospace, monospace }
code { overflow-wrap: anywhere; user-select: all }
pre { overflow-x: auto; padding: .75rem; border: 1px solid; border-radius: .25rem }
ul.problems { list-style: none; padding: 0 }
ul.problems > li { border-inline-start: .25rem solid GrayText; padding-inline-start: .75rem; margin-block: 1.25rem }
ul.problems > li.error { border-color: #c5221f }
ul.problems > li.warning { border-color: #b06000 }
ul.problems p { margin: .25rem 0 }
.hint::before { content: "→ " }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
button { font: inherit; font-size: .8em; padding: .1rem .5rem }
summary { cursor: pointer; padding-block: .25rem }
:focus-visible { outline: 2px solid; outline-offset: 2px }
`
