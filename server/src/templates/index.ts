import { holberton } from './holberton.ts'
import type { Template } from './template.ts'

export const templates: readonly Template[] = [holberton]

export const defaultTemplate: Template = holberton

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}
