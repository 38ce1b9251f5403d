import type { LabelSpan } from '../language/name-labels.ts';
import type { NameKind } from '../model/document.ts';
import type { GoldSentence, GoldWord } from './conllu.ts';
import { disjoint, kindNumber, type NameExample } from './name-corpora.ts';

/** A mention of GUM's column MISC: a whole noun phrase with everything that hangs on it. */
interface GumMention {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** What mentions with a proper head become; abstractions, objects, animals and plants are distractors. */
const KINDS: ReadonlyMap<string, NameKind> = new Map<string, NameKind>([
  ['person', 'person'],
  ['place', 'place'],
  ['organization', 'organization'],
  ['event', 'event'],
  ['abstract', 'misc'],
  ['object', 'misc'],
]);

/** Mentions that open and close within the sentence, as `Entity=(1-person-…(2-place-…)1)` says. */
export function gumMentions(words: readonly GoldWord[]): readonly GumMention[] {
  const open: { readonly id: string; readonly type: string; readonly start: number }[] = [];
  const mentions: GumMention[] = [];
  words.forEach(({ misc }, i) => {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    for (const [, opened, closes, closed] of entity.matchAll(/\(([^()]*)(\))?|([^()]+)\)/g)) {
      if (opened !== undefined) {
        const [id = '', type = ''] = opened.split('-');
        if (closes) mentions.push({ type, start: i, end: i + 1 });
        else open.push({ id, type, start: i });
        continue;
      }
      const id = (closed ?? '').split('-')[0];
      const at = open.findLastIndex((mention) => mention.id === id);
      const [mention] = at < 0 ? [] : open.splice(at, 1);
      if (mention) mentions.push({ type: mention.type, start: mention.start, end: i + 1 });
    }
  });
  return mentions;
}

const isProper = (word: GoldWord | undefined): boolean =>
  word !== undefined && (word.upos === 'PROPN' || /^NNPS?$/.test(word.xpos));
const LINK = /^(?:of|the|for|and|&|de|la|du|von|van|der|al|-|')$/i;
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Professor|President|Vice|Prime|Minister|Secretary|Senator|Sen|Rep|Representative|Governor|Gov|Sir|Lord|Lady|General|Gen|Colonel|Captain|King|Queen|Prince|Princess|Pope|Saint|Judge|Justice|Chief|Ambassador|Chancellor|Mayor|Speaker|Aunt|Uncle|Brother|Sister|Rev)\.?$/;

/** The part of a mention that is its name: the proper words around its head, with what links them, without titles of people. */
function nameIn(words: readonly GoldWord[], mention: GumMention): LabelSpan | undefined {
  const kind = KINDS.get(mention.type);
  const head = headOf(words, mention);
  if (kind === undefined || !isProper(words[head])) return undefined;
  let start = head;
  let end = head + 1;
  const joins = (i: number): boolean => isProper(words[i]) || words[i]?.form === '-' || isNumber(words, i, kind);
  while (start > mention.start && joins(start - 1)) start--;
  for (let next = end; next > 0 && next < mention.end; ) {
    next = joins(end) ? end : kind === 'person' ? -1 : afterLinks(words, head, end, mention.end);
    if (next < 0 || next >= mention.end) break;
    end = next + 1;
  }
  while (end > head + 1 && !isProper(words[end - 1])) end--;
  while (start < head && words[start]?.form === '-') start++;
  if (kind === 'person') while (start < end && TITLE.test(words[start]?.form ?? '')) start++;
  return start < end ? { start, end, kind: kindNumber(kind) } : undefined;
}

/** A number inside the name of something that is no person: "World War 2". */
const isNumber = (words: readonly GoldWord[], i: number, kind: NameKind): boolean =>
  kind !== 'person' && kind !== 'place' && words[i]?.upos === 'NUM' && isProper(words[words[i]?.head ?? -1]);

function headOf(words: readonly GoldWord[], { start, end }: GumMention): number {
  for (let i = start; i < end; i++) {
    const head = words[i]?.head ?? i;
    if (head === i || head < start || head >= end) return i;
  }
  return -1;
}

/** "Bank [of] Scotland", "Ministry [of the] Interior": the proper word behind one or two links, unless it is a name of its own. */
function afterLinks(words: readonly GoldWord[], head: number, at: number, limit: number): number {
  for (let i = at; i < Math.min(limit, at + 3); i++) {
    const word = words[i];
    if (i > at && isProper(word)) return isConjunct(words, i, head) ? -1 : i;
    if (!LINK.test(word?.form ?? '')) return -1;
  }
  return -1;
}

/** The word belongs to a conjunct of the head: "the Senate and the Police Department" are two names. */
function isConjunct(words: readonly GoldWord[], i: number, head: number): boolean {
  let at = i;
  for (let steps = 0; steps < 5; steps++) {
    const word = words[at];
    if (word === undefined || word.head === at) return false;
    if (word.head === head) return word.deprel === 'conj';
    at = word.head;
  }
  return false;
}

/** Names of a sentence of GUM. Of nested names the outer one counts: "University of Oslo" is no place. */
export function gumExample({ words, document }: GoldSentence): NameExample {
  const names = gumMentions(words).flatMap((mention) => nameIn(words, mention) ?? []);
  return { forms: words.map((word) => word.form), names: disjoint(names), document };
}
