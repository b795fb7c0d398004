const partialHours =
  /\b(?:support|business|working|office|work|core|trading|service|staffed|daytime)[\s-]{1,2}(?:hours?|hrs|time|days?)\b|\b(?:cumulative|in total|downtime of|combined|intermittent(?:ly)?|excluding|not counting)\b/i

/** True if the text says that its duration leaves out nights, weekends or the pauses between failures. */
export function countsOnlySomeHours(text: string): boolean {
  return partialHours.test(text)
}
