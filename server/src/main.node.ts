import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { diskFiles, hasFileOnDisk } from './diskFiles.ts'
import { readTranslations } from './diskTranslations.ts'
import { serve } from './lsp/server.ts'

const connection = createConnection(ProposedFeatures.all)
serve(connection, { files: diskFiles, hasFile: hasFileOnDisk, translations: readTranslations })
connection.listen()
