import { confidentialDetail } from './confidential-detail.ts'
import type { Rule } from './rule.ts'
import { secretExposed } from './secret-exposed.ts'
import { sectionMissing } from './section-missing.ts'

export const rules: readonly Rule[] = [confidentialDetail, secretExposed, sectionMissing]
