import { confidentialDetail } from './confidential-detail.ts'
import { evidenceMismatch } from './evidence-mismatch.ts'
import { imageAltMissing } from './image-alt-missing.ts'
import { imageMalformed } from './image-malformed.ts'
import { linkDead } from './link-dead.ts'
import { linkExample } from './link-example.ts'
import type { Rule } from './rule.ts'
import { secretExposed } from './secret-exposed.ts'
import { sectionMissing } from './section-missing.ts'
import { timeInvalid } from './time-invalid.ts'
import { timeZoneMissing } from './time-zone-missing.ts'
import { timelineOrder } from './timeline-order.ts'

export const rules: readonly Rule[] = [
  confidentialDetail,
  evidenceMismatch,
  imageAltMissing,
  imageMalformed,
  linkDead,
  linkExample,
  secretExposed,
  sectionMissing,
  timeInvalid,
  timeZoneMissing,
  timelineOrder,
]
