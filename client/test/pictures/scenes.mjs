// What the pictures show. Each scene begins with nothing open, brings its part of the window about, and answers the
// places that the picture frames; without an answer it is the whole window.
import { beginning } from './scenes/beginning.mjs'
import { incidents } from './scenes/incidents.mjs'
import { preview } from './scenes/preview.mjs'
import { status } from './scenes/status.mjs'
import { timeline } from './scenes/timeline.mjs'
import { workspace } from './scenes/workspace.mjs'
import { writing } from './scenes/writing.mjs'

/**
 * @typedef {object} Scene
 * @property {string} name The picture's name.
 * @property {{ width: number, height: number }} [size] The window's, where it is not the usual one.
 * @property {('light' | 'dark')[]} [inDocs] In which themes the documentation shows it.
 * @property {(window: object) => Promise<object[] | undefined>} show
 * @property {(window: object) => Promise<void>} [restore] Undoes what the next scene could not begin with.
 */

/** @type {readonly Scene[]} */
export const scenes = [
  ...status,
  ...writing,
  ...timeline,
  ...preview,
  ...workspace,
  ...incidents,
  ...beginning,
]
