/** Style sheet of the overlay, inside its shadow root. */
export const overlayStyle = `
:host { all: initial }
section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 60vh; overflow: auto;
  padding: .75rem 1rem 1rem; background: #1d1b1a; color: #f3efe9; border-top: .25rem solid #ff8a7a;
  font: 15px/1.45 system-ui, sans-serif; text-align: start; color-scheme: dark }
header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; position: sticky; top: -.75rem; background: inherit; padding-block: .25rem }
h2 { margin: 0; font-size: 1rem }
ol { margin: .5rem 0 0; padding: 0; list-style: none }
li { margin-top: .9rem }
p { margin: 0 0 .25rem }
.place { color: #ffb3a7; font-family: ui-monospace, monospace; user-select: all; overflow-wrap: anywhere }
pre { margin: .25rem 0; padding: .5rem .75rem; overflow-x: auto; background: #000; font: 13px/1.45 ui-monospace, monospace }
a { color: #ffd27d }
button { font: inherit; color: inherit; background: #3a3633; border: 1px solid #8d857c; border-radius: .25rem; padding: .1rem .6rem }
:focus-visible { outline: 2px solid #ffd27d; outline-offset: 2px }
@media print { :host { display: none } }
@media (forced-colors: active) { section { border-top-color: CanvasText } }
`
