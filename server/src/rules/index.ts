import type { Rule } from '../checking/rule.ts'
import { actionCareful } from './action-careful.ts'
import { actionCheckbox } from './action-checkbox.ts'
import { actionDoneElsewhere } from './action-done-elsewhere.ts'
import { actionDue } from './action-due.ts'
import { actionOverdue } from './action-overdue.ts'
import { actionOwner } from './action-owner.ts'
import { actionTicket } from './action-ticket.ts'
import { actionVague } from './action-vague.ts'
import { actionsMissing } from './actions-missing.ts'
import { actionsNotList } from './actions-not-list.ts'
import { causeHumanError } from './cause-human-error.ts'
import { causeRecurring } from './cause-recurring.ts'
import { causeRepeated } from './cause-repeated.ts'
import { causeTooThin } from './cause-too-thin.ts'
import { confidentialDetail } from './confidential-detail.ts'
import { conflictLeft } from './conflict-left.ts'
import { dateAmbiguous } from './date-ambiguous.ts'
import { dateMismatch } from './date-mismatch.ts'
import { durationMismatch } from './duration-mismatch.ts'
import { endBeforeStart } from './end-before-start.ts'
import { entryOutsideWindow } from './entry-outside-window.ts'
import { entryWithoutTime } from './entry-without-time.ts'
import { essentialsMissing } from './essentials-missing.ts'
import { evidenceMismatch } from './evidence-mismatch.ts'
import { fenceUnclosed } from './fence-unclosed.ts'
import { fieldContradiction } from './field-contradiction.ts'
import { fieldMissing } from './field-missing.ts'
import { frontMatterInvalid } from './front-matter-invalid.ts'
import { guidanceLeft } from './guidance-left.ts'
import { headingLevelInverted } from './heading-level-inverted.ts'
import { imageAltMissing } from './image-alt-missing.ts'
import { imageMalformed } from './image-malformed.ts'
import { impactContradiction } from './impact-contradiction.ts'
import { impactUnquantified } from './impact-unquantified.ts'
import { impactVague } from './impact-vague.ts'
import { languageBlame } from './language-blame.ts'
import { languageCounterfactual } from './language-counterfactual.ts'
import { languageHindsight } from './language-hindsight.ts'
import { lengthEntry } from './length-entry.ts'
import { lengthReport } from './length-report.ts'
import { linkDead } from './link-dead.ts'
import { linkExample } from './link-example.ts'
import { markupUnread } from './markup-unread.ts'
import { metricMismatch } from './metric-mismatch.ts'
import { milestoneOrder } from './milestone-order.ts'
import { placeholderLeft } from './placeholder-left.ts'
import { relatedMissing } from './related-missing.ts'
import { relatedOneWay } from './related-one-way.ts'
import { reportDuplicate } from './report-duplicate.ts'
import { reportInFence } from './report-in-fence.ts'
import { secretExposed } from './secret-exposed.ts'
import { sectionDuplicate } from './section-duplicate.ts'
import { sectionEmpty } from './section-empty.ts'
import { sectionMissing } from './section-missing.ts'
import { sectionNotHeading } from './section-not-heading.ts'
import { sectionOrder } from './section-order.ts'
import { sectionTitleMisspelt } from './section-title-misspelt.ts'
import { statusDraftOld } from './status-draft-old.ts'
import { statusIncomplete } from './status-incomplete.ts'
import { suppressionUnknown } from './suppression-unknown.ts'
import { suppressionUnused } from './suppression-unused.ts'
import { timeFormatMixed } from './time-format-mixed.ts'
import { timeInFuture } from './time-in-future.ts'
import { timeInGap } from './time-in-gap.ts'
import { timeInOverlap } from './time-in-overlap.ts'
import { timeInvalid } from './time-invalid.ts'
import { timeZoneAmbiguous } from './time-zone-ambiguous.ts'
import { timeZoneMismatch } from './time-zone-mismatch.ts'
import { timeZoneMissing } from './time-zone-missing.ts'
import { timeZoneSeason } from './time-zone-season.ts'
import { timelineFactMissing } from './timeline-fact-missing.ts'
import { timelineGap } from './timeline-gap.ts'
import { timelineNotEntries } from './timeline-not-entries.ts'
import { timelineOrder } from './timeline-order.ts'
import { weekdayMismatch } from './weekday-mismatch.ts'

export const rules: readonly Rule[] = [
  actionCareful,
  actionCheckbox,
  actionDoneElsewhere,
  actionDue,
  actionOverdue,
  actionOwner,
  actionTicket,
  actionVague,
  actionsMissing,
  actionsNotList,
  causeHumanError,
  causeRecurring,
  causeRepeated,
  causeTooThin,
  confidentialDetail,
  dateAmbiguous,
  dateMismatch,
  durationMismatch,
  endBeforeStart,
  entryOutsideWindow,
  entryWithoutTime,
  essentialsMissing,
  evidenceMismatch,
  fenceUnclosed,
  conflictLeft,
  fieldContradiction,
  fieldMissing,
  frontMatterInvalid,
  guidanceLeft,
  headingLevelInverted,
  imageAltMissing,
  imageMalformed,
  impactContradiction,
  impactUnquantified,
  impactVague,
  languageBlame,
  languageCounterfactual,
  languageHindsight,
  lengthEntry,
  lengthReport,
  linkDead,
  linkExample,
  markupUnread,
  metricMismatch,
  milestoneOrder,
  placeholderLeft,
  relatedMissing,
  relatedOneWay,
  reportDuplicate,
  reportInFence,
  secretExposed,
  sectionDuplicate,
  sectionEmpty,
  sectionMissing,
  sectionNotHeading,
  sectionOrder,
  sectionTitleMisspelt,
  statusDraftOld,
  statusIncomplete,
  suppressionUnknown,
  suppressionUnused,
  timeFormatMixed,
  timeInFuture,
  timeInGap,
  timeInOverlap,
  timeInvalid,
  timeZoneAmbiguous,
  timeZoneMismatch,
  timeZoneMissing,
  timeZoneSeason,
  timelineFactMissing,
  timelineGap,
  timelineNotEntries,
  timelineOrder,
  weekdayMismatch,
]
