const namespace = 'editor-api'

const sources = {
  import: "export * from 'vscode'",
  // esbuild uses an object with `__esModule` as it is, without copying it.
  require: "module.exports = { ...require('vscode'), __esModule: true }",
}

/**
 * Makes all files of a bundle share one object for the editor's API. Otherwise each file, including those of the
 * language client, would copy its hundreds of names, which is a quarter of the bundle's load time.
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
