import assert from 'node:assert/strict'
import type { IncomingHttpHeaders } from 'node:http'
import { test } from 'node:test'
import { refuseRequest, refuseUpgrade } from '../../../src/dev/http/gate.ts'

const port = 4321
const host = '127.0.0.1:4321'

function status(headers: IncomingHttpHeaders, method = 'GET'): number | undefined {
  return refuseRequest({ method, headers }, port)?.status
}

test('the three names of this machine may be asked', () => {
  for (const name of [host, 'localhost:4321', 'LOCALHOST:4321', '[::1]:4321'])
    assert.equal(status({ host: name }), undefined, name)
})

test('every other host is refused', () => {
  const hosts = [
    undefined,
    '',
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:4322',
    '[::1]',
    'localhost',
    '127.0.0.1.evil.example:4321',
    'localhost.:4321',
    '0.0.0.0:4321',
    '127.0.0.1:4321@evil.example',
  ]
  for (const name of hosts) assert.equal(status({ host: name }), 403, name)
})

test('on port 80 browsers leave the port out', () => {
  assert.equal(refuseRequest({ method: 'GET', headers: { host: 'localhost' } }, 80), undefined)
})

test('foreign origins are refused, the own ones are not', () => {
  for (const origin of [
    'https://evil.example',
    'null',
    '',
    'https://127.0.0.1:4321',
    'http://127.0.0.1',
    'http://localhost:4321.evil.example',
  ])
    assert.equal(status({ host, origin }), 403, origin)
  assert.equal(status({ host, origin: 'http://127.0.0.1:4321' }), undefined)
  assert.equal(status({ host, origin: 'http://localhost:4321' }), undefined)
})

test('parts of other sites’ pages are refused, links to this one are followed', () => {
  assert.equal(status({ host, 'sec-fetch-site': 'cross-site' }), 403)
  assert.equal(
    status({
      host,
      'sec-fetch-site': 'same-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'script',
    }),
    403,
  )
  assert.equal(
    status({
      host,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'iframe',
    }),
    403,
  )
  assert.equal(
    status({
      host,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }),
    undefined,
  )
  assert.equal(status({ host, 'sec-fetch-site': 'same-origin' }), undefined)
  assert.equal(status({ host, 'sec-fetch-site': 'none' }), undefined)
})

test('only reading is allowed', () => {
  assert.equal(status({ host }, 'HEAD'), undefined)
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])
    assert.equal(status({ host }, method), 405)
})

test('a WebSocket must come from a page of this server', () => {
  const refused = (headers: IncomingHttpHeaders): boolean =>
    refuseUpgrade(headers, port) !== undefined
  assert.equal(refused({ host, origin: 'http://127.0.0.1:4321' }), false)
  assert.equal(refused({ host }), true)
  assert.equal(refused({ host, origin: 'https://evil.example' }), true)
  assert.equal(refused({ host: 'evil.example', origin: 'http://127.0.0.1:4321' }), true)
})
