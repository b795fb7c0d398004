export function resolveLinks(text: string, file: string, repository: string | undefined): string
