import { confidentialDetail } from './confidential-detail.ts'
import { evidenceMismatch } from './evidence-mismatch.ts'
import type { Rule } from './rule.ts'
import { secretExposed } from './secret-exposed.ts'
import { sectionMissing } from './section-missing.ts'
import { timeInvalid } from './time-invalid.ts'
import { timeZoneMissing } from './time-zone-missing.ts'
import { timelineOrder } from './timeline-order.ts'

export const rules: readonly Rule[] = [
  confidentialDetail,
  evidenceMismatch,
  secretExposed,
  sectionMissing,
  timeInvalid,
  timeZoneMissing,
  timelineOrder,
]
