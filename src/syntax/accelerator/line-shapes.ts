/**
 * The beginning of words that open no block but a paragraph: letters and what is set before them; a figure
 * that is no item's number; marks of emphasis and code that have words behind them; brackets that define nothing.
 */
const words =
  /^(?:[\p{L}\p{M}\p{Pi}\p{Pf}\p{Sc}\p{So}–—…(%"'&/¡¿§¶†‡]|\d(?!\d{0,8}[.)](?: |$))|\*(?=[^\s*])|\*{2,}(?=.*[^\s*])|_+(?=[^\s_])|`(?!``)|!?\[(?!\^)(?!.*\]:)|\\(?=\S))/u
/** A call of a note at the beginning of a line opens nothing where no colon follows. */
const call = /^\[\^[\w.-]+\](?!:)/
export const heading = /^#{1,6} +(?=[^\s#])/
/** With five spaces it would begin with code. */
export const item = /^(?:[-*+]|\d{1,9}[.)]) {1,4}(?=\S)/
export const quotation = /^> ?(?=\S)/
/** Letters of ASCII only: how others are compared differs. */
export const note = /^\[\^[\w.-]+\]: +(?=\S)/
export const rule = /^(?:-{3,}|\*{3,}|_{3,}|\* \* \*|- - -)$/
/** On one line, of ASCII, with an address that has nothing to be decoded. */
export const definition =
  /^\[(?!\^)[\w.:'() -]*[\w.:')]\]: (?:<[\w./:#?=%+~@-]+>|[\w./:#?=%+~@-]+)(?: "[^"\\&<]*")?$/
export const fence = /^(`{3,}|~{3,})([\w .+#={},-]*)$/
export const row = /^\|(?:[^|\\]*\|)+$/
export const delimiterRow = /^\|(?: *:?-+:? *\|)+$/

/** Whether what is left of a line begins words, and nothing else. */
export function isWords(content: string): boolean {
  return words.test(content) || call.test(content)
}
