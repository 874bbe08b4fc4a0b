import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue } from '../../src/model/diagnostic-codes.ts'
import { reportGithub } from '../../src/report/github.ts'
import { reportJson } from '../../src/report/json.ts'
import { reportSarif } from '../../src/report/sarif.ts'
import { at, finding } from './finding.ts'

const figures = { ok: false, posts: 2, pages: 1, written: 9, kept: 3, removed: 0, durationMs: 41 }

test('json: the figures and the findings in one object', () => {
  const related = [
    { message: 'The first one is here.', file: 'content/notes/n.md', place: at(1, 2) },
  ]
  const findings = [
    finding('FN303', { place: at(4, 2, 5, 3) }),
    finding('FN302', { hint: 'x', related, place: at(3, 1) }),
    finding('FN204', { file: '', related: [] }),
  ]
  assert.deepEqual(JSON.parse(reportJson(figures, findings)), {
    ...figures,
    diagnostics: [
      {
        code: 'FN204',
        name: 'space-before-reference',
        severity: 'info',
        message: 'Something is wrong.',
        file: '',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
      },
      {
        code: 'FN302',
        name: 'star-duplicate-note',
        severity: 'error',
        message: 'Something is wrong.',
        file: 'content/posts/a.md',
        line: 3,
        column: 1,
        endLine: 3,
        endColumn: 2,
        hint: 'x',
        related: [
          {
            message: 'The first one is here.',
            file: 'content/notes/n.md',
            line: 1,
            column: 2,
            endLine: 1,
            endColumn: 3,
          },
        ],
      },
      {
        code: 'FN303',
        name: 'star-unused-note',
        severity: 'warning',
        message: 'Something is wrong.',
        file: 'content/posts/a.md',
        line: 4,
        column: 2,
        endLine: 5,
        endColumn: 3,
      },
    ],
  })
})

test('json: the keys stand in the order of the manual', () => {
  assert.deepEqual(Object.keys(JSON.parse(reportJson(figures, []))), [
    'ok',
    'posts',
    'pages',
    'written',
    'kept',
    'removed',
    'durationMs',
    'diagnostics',
  ])
})

test('github: one command a finding, at its lines', () => {
  assert.equal(
    reportGithub([
      finding('FN301', { place: at(3, 5, 3, 6), hint: 'a note' }),
      finding('FN303', { place: at(4, 2, 6, 3) }),
      finding('FN204', { file: '' }),
    ]),
    `::notice title=FN204 space-before-reference::Something is wrong.
::error file=content/posts/a.md,line=3,endLine=3,col=5,endColumn=6,title=FN301 star-missing-note::Something is wrong.%0AHint: a note
::warning file=content/posts/a.md,line=4,endLine=6,title=FN303 star-unused-note::Something is wrong.
`,
  )
})

test('github: nothing in a finding can end a command or start another', () => {
  const text = reportGithub(
    [finding('FN301', { file: 'a%,b:c\r\n::x', message: '100%\r\n::error::forged' })],
    'blog/',
  )
  assert.equal(
    text,
    '::error file=blog/a%25%2Cb%3Ac%0D%0A%3A%3Ax,line=1,endLine=1,col=1,endColumn=1,title=FN301 star-missing-note::100%25%0D%0A::error::forged\n',
  )
})

function logOf(...args: Parameters<typeof reportSarif>) {
  const log: unknown = JSON.parse(reportSarif(...args))
  return log as {
    version: string
    runs: [
      {
        columnKind: string
        tool: { driver: { version: string; rules: { id: string }[] } }
        results: Record<string, unknown>[]
      },
    ]
  }
}

test('sarif: every code is a rule, and each result points at its own', () => {
  const {
    version,
    runs: [run],
  } = logOf([finding('FN303'), finding('FN301')], '1.2.3')
  assert.deepEqual(
    [version, run.columnKind, run.tool.driver.version],
    ['2.1.0', 'utf16CodeUnits', '1.2.3'],
  )
  assert.deepEqual(
    run.tool.driver.rules.map(({ id }) => id),
    Object.keys(catalogue).sort(),
  )
  for (const result of run.results)
    assert.equal(run.tool.driver.rules[Number(result.ruleIndex)]?.id, result.ruleId)
})

test('sarif: places, companions and repairs', () => {
  const {
    runs: [run],
  } = logOf(
    [
      finding('FN303', {
        file: 'content/posts/ä b#?.md',
        place: at(2, 3, 2, 9),
        hint: 'x',
        related: [{ message: 'Here.', file: 'content/posts/c:d.md' }],
        fix: [{ start: 4, end: 6, insert: 'y' }],
      }),
    ],
    '1.0.0',
    'blog/',
  )
  const uri = 'blog/content/posts/%C3%A4%20b%23%3F.md'
  assert.deepEqual(run.results[0], {
    ruleId: 'FN303',
    level: 'warning',
    message: { text: 'Something is wrong.\nHint: x' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 0,
        message: { text: 'Here.' },
        physicalLocation: { artifactLocation: { uri: 'blog/content/posts/c%3Ad.md' } },
      },
    ],
    fixes: [
      {
        description: { text: 'x' },
        artifactChanges: [
          {
            artifactLocation: { uri },
            replacements: [
              { deletedRegion: { charOffset: 4, charLength: 2 }, insertedContent: { text: 'y' } },
            ],
          },
        ],
      },
    ],
    ruleIndex: Object.keys(catalogue).sort().indexOf('FN303'),
  })
})

test('sarif: a finding about no file has no place', () => {
  assert.deepEqual(
    logOf([finding('FN301', { file: '' })], '1.0.0').runs[0].results[0]?.locations,
    [],
  )
})
