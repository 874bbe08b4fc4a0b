import assert from 'node:assert/strict'
import test from 'node:test'
import { asHtmlText } from '../../src/feeds/html-text.ts'

const cases: readonly [plain: string, escaped: string][] = [
  ['AT&T & co', 'AT&T & co'],
  ['1 < 2 > 1', '1 < 2 > 1'],
  ['<b>', '&lt;b>'],
  ['</b> <!-- <?x', '&lt;/b> &lt;!-- &lt;?x'],
  ['&amp; &copyright &#60; &hearts;', '&amp;amp; &amp;copyright &amp;#60; &amp;hearts;'],
]

for (const [plain, escaped] of cases)
  test(`${plain} is written ${escaped}`, () => assert.equal(asHtmlText(plain), escaped))
