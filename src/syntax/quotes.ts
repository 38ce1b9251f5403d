/** Whether what follows a quotation mark is quoted. Single ones are apostrophes too often to count. */
export function quotedAfter(quoted: boolean, mark: string): boolean {
  if (mark === '"') return !quoted;
  if (/[“"]/.test(mark)) return true;
  return mark.includes('”') ? false : quoted;
}
