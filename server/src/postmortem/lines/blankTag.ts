/**
 * A blank such as `<link to the recording>`. Markdown takes it for an HTML tag, but no element has that name
 * or attributes without values like these.
 */
const blankTag =
  /^<(?:date|(?:insert|enter|describe|add|your|put|date|names?|link to|time of|start of|end of|list of|include|explain|provide|(?:brief|short) description) [^<>=\r\n]{1,200})>$/i

export function isBlankTag(html: string): boolean {
  return blankTag.test(html)
}
