const partial =
  /\b(?:support|business|working|office|work|core|trading|service|staffed|daytime)[\s-]{1,2}(?:hours?|hrs|time|days?)\b|\b(?:cumulative|in total|downtime of|combined|intermittent(?:ly)?|excluding|not counting)\b/i

/** A length of time that leaves out nights, week-ends or the pauses between failures. */
export function countsOnlySomeHours(text: string): boolean {
  return partial.test(text)
}
