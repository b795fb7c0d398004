import './quickStart.ts'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { watchClient } from './clientWatch.ts'
import { diskFiles, hasFileOnDisk } from './diskFiles.ts'
import { readTranslations } from './diskTranslations.ts'
import { serve } from './lsp/server.ts'

const connection = createConnection(ProposedFeatures.all)
serve(connection, { files: diskFiles, hasFile: hasFileOnDisk, translations: readTranslations }, watchClient)
connection.listen()
