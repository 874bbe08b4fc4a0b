// Preloaded into tests (`--import`): every property that names no seed of its own draws from this one, so that the same
// commit has the same result each time. IBID_SEED names another; without this file each run draws a new one.
import fc from 'fast-check'

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.IBID_SEED) })
