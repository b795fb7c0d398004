import { describe, expect, it } from 'vitest'
import {
  foldersAround,
  join,
  nameOf,
  normalizeAddress,
  pathFrom,
  resolvePath,
} from '../../src/config/address.ts'

describe('addresses', () => {
  it('are the same however they are escaped', () => {
    expect(normalizeAddress('file:///c%3A/on%20call/a(1).md')).toBe(
      normalizeAddress('file:///c:/on call/a%281%29.md'),
    )
    expect(normalizeAddress('file:///100%/a.md')).toBe('file:///100%25/a.md')
    expect(normalizeAddress('untitled:Untitled-1')).toBe('untitled:Untitled-1')
  })

  it('may hold half of a character, which no name of a file does', () => {
    expect(normalizeAddress('file:///a\ud800/😀.md')).toBe('file:///a%EF%BF%BD/%F0%9F%98%80.md')
  })

  it('have folders around them, the nearest first', () => {
    expect(foldersAround('file:///a/b/c.md')).toEqual(['file:///a/b', 'file:///a', 'file:///'])
    expect(foldersAround('vscode-vfs://github/o/c.md?x#y')).toEqual([
      'vscode-vfs://github/o',
      'vscode-vfs://github/',
    ])
    expect(foldersAround('file:///c.md')).toEqual(['file:///'])
    expect(foldersAround('untitled:Untitled-1')).toEqual([])
  })

  it('have so many folders around them at most, however long they are', () => {
    const folders = foldersAround(`file:///${'a/'.repeat(20_000)}b.md`)
    expect(folders).toHaveLength(64)
    expect(folders[0]).toBe(`file:///${'a/'.repeat(20_000)}`.slice(0, -1))
  })

  it('are put together and taken apart', () => {
    expect(join('file:///', '.postmortem.yml')).toBe('file:///.postmortem.yml')
    expect(join('file:///a', 'b c')).toBe('file:///a/b%20c')
    expect(nameOf('file:///a/b%20c')).toBe('b c')
    expect(pathFrom('file:///a', 'file:///a/b%20c/d.md')).toBe('b c/d.md')
    expect(pathFrom('file:///a', 'file:///ab/d.md')).toBeNull()
    expect(pathFrom('file:///a', 'memfs:/a/d.md')).toBeNull()
  })

  it('resolve relative paths, and never leave their file system', () => {
    expect(resolvePath('./x/y.yml', 'file:///a/b.yml')).toBe('file:///a/x/y.yml')
    expect(resolvePath('../y.yml', 'file:///a/b.yml')).toBe('file:///y.yml')
    expect(resolvePath('../../y.yml', 'file:///a/b.yml')).toBeNull()
    expect(resolvePath('.//host/y.yml', 'file:///a/b.yml')).toBe('file:///a/host/y.yml')
    expect(resolvePath('./%2e%2e/y.yml', 'file:///a/b.yml')).toBe('file:///a/%252e%252e/y.yml')
  })
})
