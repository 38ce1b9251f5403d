import { hasFinite, mendFinite } from './finite-verb.ts';
import type { SentenceParse, TaggedSentence } from './parse.ts';
import type { Tag } from './tag.ts';

const SAYING = /^(?:said|says|told|added|reported|announced|confirmed)$/;
/** Openings of what is no sentence by itself. */
const OPENS_CLAUSE =
  /^(?:when|if|as|while|after|before|because|although|though|since|once|unless|until|asked|whether|that)$/i;
const MAX_SPEAKER = 12;
const MAX_BEHIND = 9;

/** "Togo halted talks with the ELN [.]" and "officials said on Monday." */
export interface ReportParts {
  readonly main: TaggedSentence;
  readonly tail: TaggedSentence;
}

/**
 * "Togo halted talks with the rebels, officials said on Monday.": parsers take such a row for one clause and its verb for an attribute
 * ("talks … said"). What was said is a sentence and is read as one; who said it is another.
 */
export function splitReport(forms: readonly string[], tags: readonly Tag[]): ReportParts | undefined {
  const comma = forms.lastIndexOf(',');
  if (forms.at(-1) !== '.' || comma < 3 || !isTail(forms.slice(comma + 1), tags.slice(comma + 1))) return undefined;
  if (OPENS_CLAUSE.test(forms[0] ?? '') || (tags[0]?.xpos === 'IN' && forms.indexOf(',') === comma)) return undefined;
  const main = {
    forms: [...forms.slice(0, comma), '.'],
    tags: [...tags.slice(0, comma), ...tags.slice(-1)],
  };
  if (!hasFinite(mendFinite(main.forms, main.tags))) return undefined;
  return { main, tail: { forms: forms.slice(comma + 1), tags: tags.slice(comma + 1) } };
}

/** A short phrase, a verb of saying as the only finite verb, and at most when and where. */
function isTail(forms: readonly string[], tags: readonly Tag[]): boolean {
  const verb = tags.findIndex(({ xpos }) => /^(?:VB[DPZ]|MD)$/.test(xpos));
  if (verb < 1 || verb > MAX_SPEAKER || forms.length - verb > MAX_BEHIND || !SAYING.test(forms[verb] ?? ''))
    return false;
  const before = tags.slice(0, verb).every(({ xpos }) => /^(?:NN|DT|JJ|PRP|CD|IN|POS|TO|VBN|RB)/.test(xpos));
  const opens = !/^(?:IN|TO|VBN|RB)$/.test(tags[0]?.xpos ?? '');
  const behind = tags.slice(verb + 1);
  return before && opens && !hasFinite(behind) && !behind.some(({ xpos }) => /^(?:VB[GN]?|W|TO$|CC)/.test(xpos));
}

/** One tree of both: the report hangs beside what it reports. */
export function foldReport(main: SentenceParse, tail: SentenceParse, comma: Tag): SentenceParse {
  const length = main.heads.length - 1;
  const root = main.heads.findIndex((head, i) => head === i);
  const offset = length + 1;
  const saying = tail.heads.findIndex((head, i) => head === i) + offset;
  return {
    heads: [
      ...main.heads.slice(0, length).map((head) => (head === length ? root : head)),
      saying,
      ...tail.heads.map((head, i) => (head === i ? root : head + offset)),
    ],
    deprels: [
      ...main.deprels.slice(0, length),
      'punct',
      ...tail.deprels.map((relation, i) => (tail.heads[i] === i ? 'parataxis' : relation)),
    ],
    tags: [...main.tags.slice(0, length), comma, ...tail.tags],
  };
}
