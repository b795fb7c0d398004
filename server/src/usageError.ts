/** Whoever gave an argument can correct it. The message is a sentence for them; a command ends with status 2. */
export class UsageError extends Error {}
