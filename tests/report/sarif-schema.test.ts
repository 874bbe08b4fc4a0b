import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { catalogue, type DiagnosticCode } from '../../src/model/diagnostic-codes.ts'
import { reportSarif } from '../../src/report/sarif.ts'
import { at, finding } from './finding.ts'

const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) =>
      URL.canParse(text, 'https://x.org/') && !/[\s<>"\\^`{|}]|%(?![\da-f]{2})/i.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(
  JSON.parse(readFileSync(new URL('../data/sarif/sarif-2.1.0.json', import.meta.url), 'utf8')),
)

/** What the schema says against a log; empty where it is one. */
function faultsOf(text: string): readonly string[] {
  validate(JSON.parse(text))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const everyCode = (Object.keys(catalogue) as DiagnosticCode[]).map((code) => finding(code))
const odd: readonly Diagnostic[] = [
  finding('FN301', { file: '' }),
  finding('FN301', { file: 'content/posts/ä b#?:%.md', place: at(1, 1, 1, 1), hint: 'x' }),
  finding('FN303', {
    file: 'content/posts/a\ud800.md',
    place: at(2, 3, 40, 9),
    related: [
      { message: 'Here.', file: 'c:d.md', place: at(1, 2, 1, 4) },
      { message: 'No.', file: '' },
    ],
    fix: [
      { start: 0, end: 0, insert: 'y' },
      { start: 4, end: 6, insert: '' },
    ],
  }),
  finding('FN303', { message: '', fix: [] }),
]

test('whatever is found, the log is SARIF 2.1.0 by its schema', () => {
  for (const findings of [[], everyCode, odd])
    for (const prefix of ['', 'my blog/'])
      assert.deepEqual(faultsOf(reportSarif(findings, '0.1.0', prefix)), [])
})

test('the schema refuses what is no SARIF', () => {
  const text = reportSarif(odd, '0.1.0')
  assert.notDeepEqual(faultsOf(text.replace('"2.1.0"', '"2.2.0"')), [])
  assert.notDeepEqual(faultsOf(text.replace('"startLine": 1', '"startLine": 0')), [])
  assert.notDeepEqual(faultsOf(text.replace('%20b', ' b')), [])
})
