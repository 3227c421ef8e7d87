/** Words that stand within sentences elsewhere, as a label: with a large letter first. */
export const asLabel = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
