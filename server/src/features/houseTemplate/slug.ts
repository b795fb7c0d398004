/** An id made of a name: "What we told customers" becomes `what-we-told-customers`. */
export function toSlug(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[a-z0-9]+/g)
  return (words ?? []).join('-').slice(0, 50).replace(/-$/, '')
}
