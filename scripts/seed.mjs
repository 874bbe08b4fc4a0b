/** The seed of every run of the tests that is not told another: what it finds, it finds each time. */
export const fixedSeed = 20260101

/**
 * What `node --test` needs so that every property test draws from one seed.
 *
 * @param {number} seed a whole number
 * @returns {{ args: readonly string[], env: Readonly<Record<string, string>> }}
 */
export function drawingFrom(seed) {
  const preload = new URL('one-seed.mjs', import.meta.url).href
  return { args: ['--import', preload], env: { IBID_SEED: String(seed) } }
}

/**
 * The seed that IBID_SEED asks for.
 *
 * @returns {number | undefined} undefined where it asks for none
 * @throws {Error} where it is no whole number
 */
export function wantedSeed() {
  const text = process.env.IBID_SEED
  if (text === undefined || text === '') return undefined
  if (!/^-?\d{1,10}$/.test(text)) throw new Error(`IBID_SEED is to be a whole number, not ${text}.`)
  return Number(text)
}
