const namespace = 'editor-api'

const sources = {
  import: "export * from 'vscode'",
  // What calls itself a module is taken as it is.
  require: "module.exports = { ...require('vscode'), __esModule: true }",
}

/**
 * Gives all files of a bundle one object for the editor's API. Each of them, of ours and of the language client's,
 * would else copy its hundreds of names, which is a quarter of the time that the bundle takes to load.
 */
export const editorApi = {
  name: namespace,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ kind, namespace: importer }) => {
      if (importer === namespace) return { path: 'vscode', external: true }
      return { path: kind === 'require-call' ? 'require' : 'import', namespace }
    })
    onLoad({ filter: /./, namespace }, ({ path }) => ({ contents: sources[path] }))
  },
}
