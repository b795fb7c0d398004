import type { AST } from '@eslint-community/regexpp'

export type Polynomial = readonly number[]

export interface Context {
  readonly isMultiline: boolean
}

export function parse(source: string, flags: string): AST.Pattern
export function contextOf(flags: string): Context
export function stepsOf(alternatives: readonly AST.Alternative[], context: Context): Polynomial
