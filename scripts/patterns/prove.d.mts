export function prove(source: string, flags: string): string | null
