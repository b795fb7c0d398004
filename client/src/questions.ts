import * as vscode from 'vscode'

/** What came of a question: an answer, the wish to answer the one before again, or `undefined`: no more of them. */
export type Reply<Answer> = { readonly answer: Answer } | 'back' | undefined

/** Where a question stands among the others; one that stands alone has no steps. */
export interface Heading {
  readonly title: string
  readonly step?: number
  readonly totalSteps?: number
}

export type Question<Answers> = (answers: Answers, heading: Heading) => Promise<Reply<Partial<Answers>>>

/**
 * Asks one question after the other. Which ones there are may depend on what has been answered, as long as it
 * does not change those before. `remember` is told each answer, so that what follows an Escape need not be typed again.
 */
export async function askAll<Answers>(
  title: string,
  beginning: Answers,
  choose: (answers: Answers) => readonly Question<Answers>[],
  remember: (answers: Answers) => void,
): Promise<Answers | undefined> {
  let answers = beginning
  for (let index = 0; ; ) {
    const questions = choose(answers)
    const question = questions[index]
    if (question === undefined) return answers
    const reply = await question(answers, { title, step: index + 1, totalSteps: questions.length })
    if (reply === undefined) return undefined
    if (reply === 'back') {
      index -= 1
      continue
    }
    answers = { ...answers, ...reply.answer }
    remember(answers)
    index += 1
  }
}

/** What is thought of a text that somebody typed. */
export type Judgement<Answer> =
  | { readonly kind: 'fine'; readonly answer: Answer; readonly note?: string }
  | { readonly kind: 'wrong'; readonly reason: string }

export interface TextOptions<Answer> {
  readonly prompt: string
  readonly placeholder: string
  readonly value: string
  /** Asked while somebody types, for a note or a complaint below the field, and before an answer is taken. */
  readonly judge: (text: string) => Promise<Judgement<Answer>>
}

export function askText<Answer>(heading: Heading, options: TextOptions<Answer>): Promise<Reply<Answer>> {
  const input = vscode.window.createInputBox()
  input.prompt = options.prompt
  input.placeholder = options.placeholder
  input.value = options.value
  const judge = async () => {
    const { value } = input
    const judgement = await options.judge(value)
    // What was typed in the meantime is judged by itself.
    if (value !== input.value) return undefined
    input.validationMessage = toMessage(judgement)
    return judgement
  }
  input.onDidChangeValue(judge)
  if (options.value !== '') void judge()
  return show(input, heading, async () => {
    const judgement = await judge()
    return judgement?.kind === 'fine' ? { answer: judgement.answer } : undefined
  })
}

export interface ChoiceOptions<Item extends vscode.QuickPickItem> {
  readonly placeholder: string
  readonly items: readonly Item[] | Promise<readonly Item[]>
  readonly isActive: (item: Item) => boolean
  /** What is typed can be chosen as well. */
  readonly toItem?: (text: string) => Item
}

export function askChoice<Item extends vscode.QuickPickItem>(
  heading: Heading,
  options: ChoiceOptions<Item>,
): Promise<Reply<Item>> {
  const pick = vscode.window.createQuickPick<Item>()
  pick.placeholder = options.placeholder
  pick.matchOnDetail = true
  pick.matchOnDescription = true
  pick.busy = true
  void Promise.resolve(options.items).then((items) => {
    pick.items = items
    const active = items.find(options.isActive)
    if (active !== undefined) pick.activeItems = [active]
    pick.busy = false
    const { toItem } = options
    if (toItem === undefined) return
    pick.onDidChangeValue((text) => {
      const typed = text.trim()
      const isListed =
        typed === '' || items.some(({ label }) => label.toLowerCase().includes(typed.toLowerCase()))
      pick.items = isListed ? items : [...items, toItem(typed)]
    })
  })
  return show(pick, heading, async () => {
    const [item] = pick.activeItems
    return item && { answer: item }
  })
}

/** Until it is answered, left with Escape or with the button that leads back. A click elsewhere leaves it open. */
function show<Answer>(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  heading: Heading,
  accept: () => Promise<{ readonly answer: Answer } | undefined>,
): Promise<Reply<Answer>> {
  Object.assign(input, heading)
  input.ignoreFocusOut = true
  if (heading.step !== undefined && heading.step > 1) input.buttons = [vscode.QuickInputButtons.Back]
  return new Promise((resolve) => {
    const end = (reply: Reply<Answer>) => {
      resolve(reply)
      input.dispose()
    }
    input.onDidAccept(async () => {
      const reply = await accept()
      if (reply !== undefined) end(reply)
    })
    input.onDidTriggerButton(() => end('back'))
    input.onDidHide(() => end(undefined))
    input.show()
  })
}

function toMessage(judgement: Judgement<unknown>): string | vscode.InputBoxValidationMessage | undefined {
  if (judgement.kind === 'wrong') return judgement.reason
  return judgement.note && { message: judgement.note, severity: vscode.InputBoxValidationSeverity.Info }
}
