import type { Rule } from './rule.ts'
import { sectionMissing } from './section-missing.ts'

export const rules: readonly Rule[] = [sectionMissing]
