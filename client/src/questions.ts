import * as vscode from 'vscode'

/** `back` returns to the previous question; undefined cancels all of them. */
export type Reply<Answer> = { readonly answer: Answer } | 'back' | undefined

/** The title of a question and its position among several; a single question has no steps. */
export interface Heading {
  readonly title: string
  readonly step?: number
  readonly totalSteps?: number
}

export type Question<Answers> = (answers: Answers, heading: Heading) => Promise<Reply<Partial<Answers>>>

/**
 * Asks one question after another. Which questions follow may depend on the answers so far. `remember`
 * receives every answer, so that nothing has to be typed again after Escape.
 */
export async function askAll<Answers>(
  title: string,
  initial: Answers,
  chooseQuestions: (answers: Answers) => readonly Question<Answers>[],
  remember: (answers: Answers) => void,
): Promise<Answers | undefined> {
  let answers = initial
  for (let index = 0; ; ) {
    const questions = chooseQuestions(answers)
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

/** The result of validating a typed text. A note is shown below the field. */
export type Validation<Answer> =
  | { readonly kind: 'valid'; readonly answer: Answer; readonly note?: string }
  | { readonly kind: 'invalid'; readonly reason: string }

export interface TextOptions<Answer> {
  readonly prompt: string
  readonly placeholder: string
  readonly value: string
  /** Called on every change, for a message below the field, and before an answer is accepted. */
  readonly validate: (text: string) => Promise<Validation<Answer>>
}

export function askText<Answer>(heading: Heading, options: TextOptions<Answer>): Promise<Reply<Answer>> {
  const input = vscode.window.createInputBox()
  input.prompt = options.prompt
  input.placeholder = options.placeholder
  input.value = options.value
  const validate = async () => {
    const { value } = input
    const validation = await options.validate(value)
    // The text has changed meanwhile, and the new text gets a validation of its own.
    if (value !== input.value) return undefined
    input.validationMessage = toMessage(validation)
    return validation
  }
  input.onDidChangeValue(validate)
  if (options.value !== '') void validate()
  return show(input, heading, async () => {
    const validation = await validate()
    return validation?.kind === 'valid' ? { answer: validation.answer } : undefined
  })
}

export interface ChoiceOptions<Item extends vscode.QuickPickItem> {
  readonly placeholder: string
  readonly items: readonly Item[] | Promise<readonly Item[]>
  readonly isActive: (item: Item) => boolean
  /** Lets the typed text be chosen as well. */
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

/**
 * Shows the input until it is answered, or left with Escape or the back button. A click elsewhere leaves it
 * open.
 */
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

function toMessage(validation: Validation<unknown>): string | vscode.InputBoxValidationMessage | undefined {
  if (validation.kind === 'invalid') return validation.reason
  return validation.note && { message: validation.note, severity: vscode.InputBoxValidationSeverity.Info }
}
