import { parseSync } from 'oxc-parser'

const comparisons = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' }
const arithmetic = { '-': '+', '*': '/', '/': '*', '%': '*' }
const logical = { '&&': '||', '||': '&&', '??': '&&' }
const methods = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  find: 'findLast',
  findLast: 'find',
}
/** Parts of the tree that are gone when the program runs, or that are no expression. */
const skipped = new Set([
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
  'superTypeArguments',
])
const transparent = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'])

/**
 * What can be changed in a module so that it should do something else: each place, and what is there instead.
 *
 * @returns {readonly { start: number, end: number, replacement: string, isStatement: boolean }[]}
 */
export function findMutants(file, source) {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const mutants = []
  const textOf = ({ start, end }) => source.slice(start, end)
  const add = ({ start, end }, replacement, isStatement = false) =>
    mutants.push({ start, end, replacement, isStatement })
  const addOperator = (node, operator) => {
    if (operator !== undefined) add(node, `(${textOf(node.left)}) ${operator} (${textOf(node.right)})`)
  }
  const addCondition = (test) => {
    add(test, 'true')
    add(test, 'false')
  }
  const look = (node) => {
    switch (node.type) {
      case 'BinaryExpression':
        addOperator(node, comparisons[node.operator] ?? arithmetic[node.operator])
        if (node.operator === '+' && isNumber(node.right)) addOperator(node, '-')
        break
      case 'LogicalExpression':
        addOperator(node, logical[node.operator])
        break
      case 'IfStatement':
      case 'ConditionalExpression':
        addCondition(node.test)
        break
      case 'UnaryExpression':
        if (node.operator === '!') add(node, textOf(node.argument))
        break
      case 'Literal':
        if (isNumber(node)) add(node, String(node.value + 1))
        if (typeof node.value === 'boolean') add(node, String(!node.value))
        break
      case 'ExpressionStatement':
        add(node, '', true)
        break
      case 'CallExpression':
        addMethod(node)
        break
    }
  }
  const addMethod = (node) => {
    const { callee } = node
    if (callee.type !== 'MemberExpression' || callee.computed) return
    const other = methods[callee.property.name]
    if (other === undefined) return
    add(
      node,
      source.slice(node.start, callee.property.start) + other + source.slice(callee.property.end, node.end),
    )
  }
  const walk = (node) => {
    if (node.type.startsWith('TS') && !transparent.has(node.type)) return
    if (node.type === 'ImportDeclaration' || node.directive) return
    look(node)
    for (const [key, value] of Object.entries(node)) {
      if (skipped.has(key) || (key === 'key' && !node.computed)) continue
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child?.type === 'string') walk(child)
      }
    }
  }
  walk(program)
  return mutants
}

function isNumber({ type, value }) {
  return type === 'Literal' && typeof value === 'number'
}

/** The module with all of its mutants in it, each of which is switched on by its number. */
export function switchable(source, mutants) {
  const spans = new Map()
  for (const mutant of mutants) {
    const key = `${mutant.start} ${mutant.end} ${mutant.isStatement}`
    spans.set(key, [...(spans.get(key) ?? []), mutant])
  }
  // An expression that is a whole statement is inside it.
  const ordered = [...spans.values()].sort(
    ([a], [b]) => a.start - b.start || b.end - a.end || Number(b.isStatement) - Number(a.isStatement),
  )
  let next = 0
  const render = (start, end) => {
    let [text, at] = ['', start]
    while (next < ordered.length && ordered[next][0].start < end) {
      const group = ordered[next]
      next += 1
      text += source.slice(at, group[0].start) + wrap(group, render(group[0].start, group[0].end))
      at = group[0].end
    }
    return text + source.slice(at, end)
  }
  return render(0, source.length)
}

function wrap(group, inner) {
  if (group[0].isStatement) return `{ if (!isMutant(${group[0].id})) { ${inner} } }`
  const choices = group.map(({ id, replacement }) => `isMutant(${id}) ? (${replacement}) : `)
  return `(${choices.join('')}(${inner}))`
}
