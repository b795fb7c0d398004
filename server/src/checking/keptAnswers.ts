import { composedParts } from '../postmortem/keepParts.ts'
import { isSame } from '../postmortem/lines/isSame.ts'
import { perObject } from '../postmortem/lines/perObject.ts'
import type { Report } from '../postmortem/report.ts'
import { type LastingProblem, toLasting } from './lastingProblem.ts'
import type { Problem, Rule, RuleContext } from './rule.ts'

/** Everything that a rule can ask about. */
export interface Circumstances extends Omit<RuleContext<object>, 'options'> {
  readonly report: Report
}

interface Question {
  readonly ask: (now: Circumstances) => unknown
  /** The last answer. */
  answer: unknown
  readonly isSameAnswer: (one: unknown, other: unknown) => boolean
}

/** By a key that is the same for the same question. */
type Questions = Map<unknown, Question>

interface Kept<Value> {
  readonly questions: Questions
  readonly value: Value
}

/**
 * The problems that each rule found in a report, from one check to the next. A rule is run again only if something
 * that it asked has another answer now: a part of the report, whether an instant is past, a file is there or a rule
 * is on.
 */
export class KeptAnswers {
  readonly #problems = new Map<Rule, Kept<readonly LastingProblem[]> & { readonly options: object }>()
  readonly #found = new Map<(report: Report) => unknown, Kept<unknown>>()
  #now: Circumstances
  #questions: Questions = new Map()
  /** The present report, and what else a rule may ask, each noting what is asked. */
  readonly #watched: Circumstances

  constructor(now: Circumstances) {
    this.#now = now
    this.#watched = {
      report: this.#watch(),
      isPast: (instant) => this.#ask(`past ${instant}`, ({ isPast }) => isPast(instant)),
      hasFile: (path) => this.#ask(`file ${path}`, ({ hasFile }) => hasFile(path)),
      isActive: (rule) => this.#ask(`rule ${rule}`, ({ isActive }) => isActive(rule)),
    }
    watchers.set(this.#watched.report, this)
  }

  check(rule: Rule, options: object, now: Circumstances): readonly Problem[] {
    this.#now = now
    const kept = this.#problems.get(rule)
    if (kept !== undefined && kept.options === options && this.#holds(kept)) {
      let again: readonly Problem[] | undefined
      const checkAgain = () => {
        again ??= rule.check(now.report, { ...now, options })
        return again
      }
      return kept.value.map((problem) => problem(checkAgain))
    }
    this.#problems.delete(rule)
    const { report, ...context } = this.#watched
    const { questions, value } = this.#note(() => rule.check(report, { ...context, options }))
    const lasting = value.map((problem, index) => toLasting(problem, index, now.report.lines))
    if (lasting.every((each) => each !== null))
      this.#problems.set(rule, { questions, value: lasting, options })
    return value
  }

  /** What is found in the report. It holds objects of the present report, even where those before it said the same. */
  find<Value>(find: (report: Report) => Value): Value {
    return this.#ask(find, () => this.#findAgain(find), isSame)
  }

  #findAgain<Value>(find: (report: Report) => Value): Value {
    const before = this.#found.get(find) as Kept<Value> | undefined
    if (before !== undefined && this.#holds(before)) return before.value
    const now = this.#note(() => find(this.#watched.report))
    this.#found.set(find, now)
    return now.value
  }

  /**
   * Some questions are noted outside: the files that are looked for, and the instants that are to come. Up to the first
   * other answer, running the rule would ask the same in the same order, and after it perhaps something else.
   */
  #holds({ questions }: Kept<unknown>): boolean {
    for (const question of questions.values()) {
      const answer = question.ask(this.#now)
      if (!question.isSameAnswer(question.answer, answer)) return false
      question.answer = answer
    }
    return true
  }

  #note<Value>(compute: () => Value): Kept<Value> {
    const outer = this.#questions
    const questions: Questions = new Map()
    this.#questions = questions
    try {
      return { questions, value: compute() }
    } finally {
      this.#questions = outer
    }
  }

  /** The present report, whatever that is at the time. Whoever looks at a part of it asks for that part. */
  #watch(): Report {
    const composed = new Map(
      composedParts.map((whole) => [
        whole as string,
        new Proxy(
          {},
          {
            get: (_, part) => this.#ask(`${whole} ${String(part)}`, (now) => partOf(now.report[whole], part)),
          },
        ),
      ]),
    )
    return new Proxy({} as Report, {
      get: (_, part) => composed.get(String(part)) ?? this.#lookAt(part),
    })
  }

  #lookAt(part: string | symbol): unknown {
    // The source is the same object after an edit, and yet another text.
    if (part !== 'source') return this.#ask(String(part), ({ report }) => partOf(report, part))
    this.#ask('source', ({ report }) => report)
    return this.#now.report.source
  }

  #ask<Answer>(
    key: unknown,
    ask: (now: Circumstances) => Answer,
    isSameAnswer: Question['isSameAnswer'] = Object.is,
  ): Answer {
    const answer = ask(this.#now)
    this.#questions.set(key, { ask, answer, isSameAnswer })
    return answer
  }
}

function partOf(whole: object, part: string | symbol): unknown {
  return whole[part as keyof typeof whole]
}

const watchers = new WeakMap<Report, KeptAnswers>()

/**
 * Caches what is found in a report. For a rule that asks for it, it is one part of the report more: the rule is run
 * again only if that says something else, whatever it was found in.
 */
export function perReport<Value>(find: (report: Report) => Value): (report: Report) => Value {
  const findOnce = perObject(find)
  return (report) => {
    const watcher = watchers.get(report)
    return watcher === undefined ? findOnce(report) : watcher.find(find)
  }
}
