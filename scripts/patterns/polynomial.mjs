/** Polynomials of the length of a text, by their coefficients. Beyond the first degree only the degree counts. */

/** More than this is as good as endless. */
const maxDegree = 6

export function plus(left, right) {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, degree) => (left[degree] ?? 0) + (right[degree] ?? 0),
  )
}

export function times(left, right) {
  if (left.every((each) => each === 0) || right.every((each) => each === 0)) return [0]
  const product = Array.from({ length: left.length + right.length - 1 }, () => 0)
  for (const [i, a] of left.entries())
    for (const [j, b] of right.entries()) if (a !== 0 && b !== 0) product[i + j] += a * b
  return product.length > maxDegree + 1 ? endless : product
}

export const endless = [0, 0, 0, 0, 0, 0, Number.POSITIVE_INFINITY]

export function degreeOf(polynomial) {
  return polynomial.findLastIndex((coefficient) => coefficient !== 0)
}

const isOne = (polynomial) => degreeOf(polynomial) === 0 && polynomial[0] === 1

/** The polynomial to the power of an exponent, which may be infinite. */
export function power(polynomial, exponent) {
  if (isOne(polynomial) || exponent === 0) return [1]
  if (!Number.isFinite(exponent)) return endless
  let result = [1]
  for (let count = 0; count < exponent && result !== endless; count += 1) result = times(result, polynomial)
  return result
}

/** The sum of the powers from one exponent to another; an infinite one is the length of the text. */
export function sumOfPowers(polynomial, from, to) {
  if (isOne(polynomial)) return Number.isFinite(to) ? [Math.max(0, to - from + 1)] : [0, 1]
  if (!Number.isFinite(to)) return endless
  let sum = [0]
  for (let exponent = from; exponent <= to; exponent += 1) sum = plus(sum, power(polynomial, exponent))
  return sum
}
