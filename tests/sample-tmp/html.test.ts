import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { renderSample } from './render-sample.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Printed by rehype-stringify: white space and quotes are its own.
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    // A table that scrolls is a named region; as a <section> it would be one of the essay's.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // Essays set long words and links of their own.
    'long-title': 'off',
  },
})

test('every page of the sample blog is valid HTML', async () => {
  const site = await renderSample()
  let pages = 0
  for (const [path, file] of site.files) {
    if (!path.endsWith('.html') || typeof file.body !== 'string') continue
    pages++
    const report = await validator.validateString(file.body, path)
    assert.deepEqual(
      report.results.flatMap((result) =>
        result.messages.map((m) => `${path}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
      ),
      [],
    )
  }
  assert.ok(pages > 15, `only ${pages} pages`)
})

test('no path of the sample leaves the output folder or differs only by case', async () => {
  const site = await renderSample()
  const keys = [...site.files.keys()].map((path) => path.normalize('NFC').toLowerCase())
  assert.equal(new Set(keys).size, keys.length)
  for (const path of site.files.keys()) assert.doesNotMatch(path, /^\/|\.\.|\\/)
})
