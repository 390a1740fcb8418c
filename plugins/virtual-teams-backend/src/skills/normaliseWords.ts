/** Words as they are compared: lower-cased, without accents and punctuation. */
export function normaliseWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(word => word !== '');
}

/** A name as it is compared. */
export function normaliseTerm(text: string): string {
  return normaliseWords(text).join(' ');
}
