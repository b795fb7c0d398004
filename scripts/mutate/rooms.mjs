import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps.mjs'
import { findMutants } from './mutants.mjs'

/** The folders that are changed, and those whose tests should notice. */
export const rooms = {
  time: { sources: ['server/src/time'], tests: ['server/test/time'] },
  rules: {
    sources: ['server/src/rules'],
    except: 'server/src/rules/support/fixes',
    tests: ['server/test/rules'],
  },
  fixes: {
    sources: ['server/src/rules/support/fixes', 'server/src/editing', 'server/src/checking'],
    tests: ['server/test/rules', 'server/test/editing', 'server/test/checking', 'server/test/templates'],
  },
  folds: {
    sources: ['timeline', 'fields', 'times', 'tasks', 'sections'].map(
      (name) => `server/src/postmortem/${name}`,
    ),
    tests: ['server/test/postmortem', 'server/test/rules', 'server/test/features'],
  },
}

/** The mutants of a room, numbered in the order of its files, and the test files that should notice them. */
export function listMutants(room) {
  const { sources, except, tests } = rooms[room]
  const files = sources
    .flatMap((folder) => listFiles(folder, /\.ts$/))
    .filter((file) => !except || !file.startsWith(`${except}/`))
  const mutants = files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    return findMutants(file, source).map((mutant) => ({
      ...mutant,
      file,
      line: source.slice(0, mutant.start).split('\n').length,
      original: source.slice(mutant.start, mutant.end),
    }))
  })
  return {
    mutants: mutants.map((mutant, id) => ({ ...mutant, id })),
    testFiles: tests.flatMap((folder) => listFiles(folder, /\.test\.ts$/)),
  }
}

function listFiles(folder, pattern) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
}
