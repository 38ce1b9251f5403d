/** Lower-case ASCII words joined by hyphens: "Geneva peace talks" -> `geneva-peace-talks`. Letters without an ASCII base are kept. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
