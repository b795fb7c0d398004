/** With fewer reports, chance decides what most of them share. */
export const minReports = 3

/** What at least this share of the reports has is part of the template. */
export const minShare = 0.6

/** What at least this share of the reports has is required. */
export const minRequiredShare = 0.8
