/** References that HTML reads without a semicolon too (HTML, 13.5). */
const oldReferences =
  'AElig|AMP|Aacute|Acirc|Agrave|Aring|Atilde|Auml|COPY|Ccedil|ETH|Eacute|Ecirc|Egrave|Euml|GT|Iacute|Icirc|Igrave|Iuml|LT|Ntilde|Oacute|Ocirc|Ograve|Oslash|Otilde|Ouml|QUOT|REG|THORN|Uacute|Ucirc|Ugrave|Uuml|Yacute|aacute|acirc|acute|aelig|agrave|amp|aring|atilde|auml|brvbar|ccedil|cedil|cent|copy|curren|deg|divide|eacute|ecirc|egrave|eth|euml|frac12|frac14|frac34|gt|iacute|icirc|iexcl|igrave|iquest|iuml|laquo|lt|macr|micro|middot|nbsp|not|ntilde|oacute|ocirc|ograve|ordf|ordm|oslash|otilde|ouml|para|plusmn|pound|quot|raquo|reg|sect|shy|sup1|sup2|sup3|szlig|thorn|times|uacute|ucirc|ugrave|uml|uuml|yacute|yen|yuml'
const readAsReference = new RegExp(`&(?=#|[A-Za-z][A-Za-z0-9]*;|(?:${oldReferences}))`, 'g')
const readAsTag = /<(?=[a-z/!?])/gi

/**
 * Plain text for an element whose text readers take for HTML, such as RSS's `description`. Only what
 * HTML would take for a tag or a reference is escaped, so that `AT&T` stays `AT&T` for readers that
 * take it for plain text.
 */
export function asHtmlText(text: string): string {
  return text.replace(readAsReference, '&amp;').replace(readAsTag, '&lt;')
}
