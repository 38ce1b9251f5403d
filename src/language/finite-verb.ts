import type { Tag } from './tag.ts';

const FINITE = /^(?:VB[DPZ]|MD)$/;
const PAST: Tag = { upos: 'VERB', xpos: 'VBD' };

/**
 * A sentence with a full stop has a finite verb: where none was tagged, the first participle or adjective in -ed between a noun and
 * another one is its past tense ("Oman and Qatar exchanged/JJ prisoners.").
 */
export function mendFinite(forms: readonly string[], tags: readonly Tag[]): readonly Tag[] {
  if (forms.at(-1) !== '.' || tags.some(({ xpos }) => FINITE.test(xpos))) return tags;
  const verb = tags.findIndex(({ xpos }, i) => {
    const participle = xpos === 'VBN' || (xpos === 'JJ' && /[^e]ed$/.test(forms[i] ?? ''));
    const subject = /^NNP?S?$/.test(tags[i - 1]?.xpos ?? '');
    return participle && subject && /^(?:NN|DT|PRP|CD|JJ)/.test(tags[i + 1]?.xpos ?? '');
  });
  return verb < 0 ? tags : tags.map((tag, i) => (i === verb ? PAST : tag));
}
