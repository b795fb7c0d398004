import type { Feature } from '../feature.ts'
import { checking } from './checking.ts'
import { clientCommands } from './clientCommands.ts'
import { codeActions } from './codeActions/codeActions.ts'
import { codeLenses } from './codeLenses.ts'
import { completion } from './completion.ts'
import { documentLinks } from './documentLinks.ts'
import { folding } from './folding.ts'
import { houseTemplates } from './houseTemplates.ts'
import { hovers } from './hovers.ts'
import { incidents } from './incidents.ts'
import { inlayHints } from './inlayHints.ts'
import { sectionInsertion } from './insertSections.ts'
import { newReports } from './newReports.ts'
import { gapFilling } from './outline.ts'
import { timelinePasting } from './pasteTimeline.ts'
import { pictures } from './pictures.ts'
import { sectionMoving } from './sectionMoving.ts'
import { selectionCounting } from './selectionCount.ts'
import { selectionRanges } from './selectionRanges.ts'
import { semanticTokens } from './semanticTokens.ts'
import { symbols } from './symbols.ts'
import { timelineSorting } from './timelineSorting.ts'
import { timeZoneConversion } from './timeZoneConversion.ts'
import { toolCalls } from './toolCalls.ts'

export const features: readonly Feature[] = [
  codeActions,
  inlayHints,
  codeLenses,
  hovers,
  completion,
  folding,
  selectionRanges,
  semanticTokens,
  symbols,
  documentLinks,
  sectionInsertion,
  gapFilling,
  sectionMoving,
  selectionCounting,
  clientCommands,
  newReports,
  houseTemplates,
  checking,
  timelineSorting,
  timeZoneConversion,
  pictures,
  timelinePasting,
  toolCalls,
  incidents,
]
