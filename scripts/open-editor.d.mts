/** Returns the folder of the copy. */
export function copyExamples(): string
/** Resolves when the editor's window has been closed or its server has stopped. */
export function openEditor(target: string): Promise<void>
