import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { diskFiles } from './diskFiles.ts'
import { readTranslations } from './diskTranslations.ts'
import { serve } from './lsp/server.ts'

const connection = createConnection(ProposedFeatures.all)
serve(connection, { files: diskFiles, translations: readTranslations })
connection.listen()
