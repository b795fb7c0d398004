import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

const isReport = (text: string, path = '') => read(text, path).recognition.postmortem

describe('a report in another language', () => {
  const french =
    '## Résumé\n\nPanne de la recherche le 2024-05-10.\n\n## Chronologie\n\n- 10:00 : le disque est plein\n'.concat(
      'Les journaux ont été supprimés par le service. '.repeat(12),
    )
  const german = '## Ablauf\n\n- 10.05.2024, 10:00: Ausfall der Suche, die Platte ist voll\n'.concat(
    'Die alten Protokolle werden gelöscht, danach ist wieder Platz. '.repeat(12),
  )
  const spanish = '## Resumen\n\nInterrupción de la búsqueda el 2024-05-10 a las 10:00.\n'.concat(
    'El disco estaba lleno y los registros se borran cada noche. '.repeat(12),
  )

  it.each([
    [`# Post-mortem : la recherche\n\n${french}`],
    [`# Rapport d'incident : la recherche\n\n${french}`],
    [`# Compte-rendu d’incident - recherche\n\n${french}`],
    [`# Vorfallbericht: Suche\n\n${german}`],
    [`# Störungsbericht Suche\n\n${german}`],
    [`# Informe de incidente: la búsqueda\n\n${spanish}`],
    [`# Reporte del incidente\n\n${spanish}`],
  ])('is recognised by its title: %s', (text) => {
    expect(isReport(text)).toBe(true)
  })

  it.each([
    [`# Modèle de rapport d'incident\n\n${french}`],
    [`# Comment écrire un rapport d'incident\n\n${french}`],
    [`# Wie man einen Vorfallbericht schreibt\n\n${german}`],
    [`# Plantilla de informe de incidente\n\n${spanish}`],
    [`# Manual del servicio\n\n${spanish}`],
    [
      "# Rapport d'incident\n\nOù écrire le rapport, et à qui l'envoyer.\n\n".concat(
        'Le formulaire est à remplir. '.repeat(15),
      ),
    ],
  ])('is no text about such reports: %s', (text) => {
    expect(isReport(text)).toBe(false)
  })

  const parts = (titles: readonly string[]) =>
    `# 2024-05-10\n\n${titles.map((title) => `## ${title}\n\nTexte, 10:00.\n\n`).join('')}`

  it.each([
    [['Résumé', 'Cause racine', 'Actions de suivi']],
    [['1. Zusammenfassung', '2. Ursache', '3. Maßnahmen']],
    [['¿Qué pasó?', 'Causa raíz', 'Solución']],
    [['Sintoma', 'Causa provável', 'Recomendação ao utilizador']],
    [['O que aconteceu', 'Por que aconteceu', 'Recomendações']],
    [['症状', '根因', '修复']],
    [['故障概要', '影响范围', '根本原因分析']],
    [['概要', '影響範囲', '根本原因', '再発防止策']],
    [['Краткое описание', 'Влияние', 'Первопричина']],
    [['Хронология', 'Корневая причина', 'Меры']],
  ])('is recognised by its sections and the folder that it is in: %s', (titles) => {
    expect(isReport(parts(titles), 'docs/incidents/2024-05-10-a.md')).toBe(true)
    expect(isReport(parts(titles), 'docs/notes/2024-05-10-a.md')).toBe(false)
    expect(isReport(parts(titles), 'docs/incidents/template.md')).toBe(false)
    expect(isReport(parts(titles).replaceAll('10:00', '').replace('2024-05-10', 'a'), 'incidents/a.md')).toBe(
      false,
    )
  })

  it.each([
    [['Résumé', 'Contexte', 'Leçons']],
    [['Ablauf', 'Lösung', 'Auswirkung']],
    [['Ursachenfolge', 'Ablauf', 'Lösung']],
    [['症状', '修复', '验证']],
    [['概要', '原因不明の警告', '対応']],
    [['Причинность', 'Влияние', 'Решение']],
  ])('tells the cause: %s', (titles) => {
    expect(isReport(parts(titles), 'docs/incidents/2024-05-10-a.md')).toBe(false)
  })
})

describe('a title in another language', () => {
  const below = (titles: readonly string[]) =>
    titles.map((title) => `## ${title}\n\n2024-05-10 10:00\n\n`).join('')

  it.each([
    ['故障复盘报告：搜索', ['根因', '修复']],
    ['事故报告', ['原因', '影响']],
    ['インシデント報告書', ['根本原因', '再発防止策']],
    ['障害報告書: 検索', ['原因', '影響']],
    ['Отчёт об инциденте: поиск', ['Причина', 'Влияние']],
  ])('is enough with the cause and one more section: %s', (title, titles) => {
    expect(isReport(`# ${title}\n\n${below(titles)}`)).toBe(true)
    expect(isReport(`# ${title}\n\n${below(titles.slice(1))}${'文。\n\n'.repeat(70)}`)).toBe(false)
  })

  it.each([
    '故障报告模板',
    '如何写事故报告',
    'インシデント報告書の書き方',
    'Шаблон отчёта об инциденте',
    '搜索的设计',
    '问题报告',
  ])('is that of no report: %s', (title) => {
    expect(isReport(`# ${title}\n\n${below(['根因', '修复'])}`)).toBe(false)
  })
})
