/** What can be wrong with XML. */
export type XmlFault =
  /** A character that XML does not allow; it was left out, and nothing else was lost. */
  | { readonly kind: 'control' }
  | { readonly kind: 'doctype' }
  /** The end comes while an element is open, or within a tag, comment or section. */
  | { readonly kind: 'cut-off'; readonly element?: string | undefined }
  | { readonly kind: 'not-open' }
  /** @member name of the reference, where it is known */
  | { readonly kind: 'reference'; readonly name?: string | undefined }
  | { readonly kind: 'form'; readonly what: XmlFormFault }

/** A fault after which reading may go on. */
export type FaultToTell = Exclude<XmlFault, { kind: 'doctype' }>

/** Rules of the form, by the names of what broke them. */
export type XmlFormFault =
  | 'ampersand'
  | 'attribute'
  | 'attribute-value'
  | 'closing-tag'
  | 'comment'
  | 'declaration'
  | 'less-than'
  | 'less-than-value'
  | 'outside'
  | 'second-root'
  | 'section-end'
  | 'tag-name'
  | 'unknown'

/** What sax 1.6 says in strict mode, and which fault that is. */
const saidBySax: readonly (readonly [RegExp, XmlFormFault])[] = [
  [/^(?:Text data outside|Non-whitespace before)/, 'outside'],
  [/^Unencoded </, 'less-than'],
  [/^Malformed comment/, 'comment'],
  [/^Invalid character in tag name/, 'tag-name'],
  [/^Invalid character in entity name/, 'ampersand'],
  [/^Forward-slash|^Invalid attribute name|^No whitespace between/, 'attribute'],
  [/^Attribute without value|^Unquoted attribute value/, 'attribute-value'],
  [/^Weird empty close tag|^Invalid (?:tagname|characters) in closing tag/, 'closing-tag'],
]

/**
 * The fault that sax speaks of; nothing where it is none of the XML. sax warns of comments and values of attributes
 * beyond 64 KB, which it reads all the same, and of a root that is open at the end, which is told by name instead.
 *
 * @param said message of sax with the lines that it adds
 * @param reference name of the reference that may be meant
 */
export function faultOfSax(said: string, reference: string | undefined): XmlFault | undefined {
  const [message = ''] = said.split('\n', 1)
  if (/^Max buffer length exceeded|^Unclosed root tag/.test(message)) return undefined
  if (/^Unexpected end/.test(message)) return { kind: 'cut-off' }
  if (/^Inappropriately located doctype/.test(message)) return { kind: 'doctype' }
  if (/^(?:Unexpected close tag|Unmatched closing tag)/.test(message)) return { kind: 'not-open' }
  if (/^Invalid character entity/.test(message)) return { kind: 'reference', name: reference }
  const what = saidBySax.find(([pattern]) => pattern.test(message))?.[1] ?? 'unknown'
  return { kind: 'form', what }
}
