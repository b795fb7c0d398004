import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { diskFiles } from './diskFiles.ts'
import { serve } from './lsp/server.ts'

const connection = createConnection(ProposedFeatures.all)
serve(connection, diskFiles)
connection.listen()
