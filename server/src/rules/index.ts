import { confidentialDetail } from './confidential-detail.ts'
import { evidenceMismatch } from './evidence-mismatch.ts'
import { fenceUnclosed } from './fence-unclosed.ts'
import { frontMatterInvalid } from './front-matter-invalid.ts'
import { guidanceLeft } from './guidance-left.ts'
import { headingLevelInverted } from './heading-level-inverted.ts'
import { imageAltMissing } from './image-alt-missing.ts'
import { imageMalformed } from './image-malformed.ts'
import { lengthEntry } from './length-entry.ts'
import { lengthReport } from './length-report.ts'
import { linkDead } from './link-dead.ts'
import { linkExample } from './link-example.ts'
import { placeholderLeft } from './placeholder-left.ts'
import type { Rule } from './rule.ts'
import { secretExposed } from './secret-exposed.ts'
import { sectionDuplicate } from './section-duplicate.ts'
import { sectionEmpty } from './section-empty.ts'
import { sectionMissing } from './section-missing.ts'
import { sectionNotHeading } from './section-not-heading.ts'
import { sectionOrder } from './section-order.ts'
import { sectionTitleMisspelt } from './section-title-misspelt.ts'
import { suppressionUnknown } from './suppression-unknown.ts'
import { suppressionUnused } from './suppression-unused.ts'
import { timeInvalid } from './time-invalid.ts'
import { timeZoneMissing } from './time-zone-missing.ts'
import { timelineOrder } from './timeline-order.ts'

export const rules: readonly Rule[] = [
  confidentialDetail,
  evidenceMismatch,
  fenceUnclosed,
  frontMatterInvalid,
  guidanceLeft,
  headingLevelInverted,
  imageAltMissing,
  imageMalformed,
  lengthEntry,
  lengthReport,
  linkDead,
  linkExample,
  placeholderLeft,
  secretExposed,
  sectionDuplicate,
  sectionEmpty,
  sectionMissing,
  sectionNotHeading,
  sectionOrder,
  sectionTitleMisspelt,
  suppressionUnknown,
  suppressionUnused,
  timeInvalid,
  timeZoneMissing,
  timelineOrder,
]
