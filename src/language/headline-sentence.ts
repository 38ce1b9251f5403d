import { BASE_FORMS, PAST_FORMS, PAST_TO_BASE, THIRD_PERSONS } from './headline-verbs.ts';
import { isHeadline } from './mend-headline.ts';
import type { Tag } from './tag.ts';

/** A headline written out as a sentence; the arrays are parallel. */
export interface HeadlineSentence {
  readonly forms: readonly string[];
  readonly tags: readonly Tag[];
  /** Index of each word in the headline, -1 for words that were put in. */
  readonly origins: readonly number[];
  /** Tags in the headline of the words that were changed, parallel to the headline. */
  readonly changed: ReadonlyMap<number, Tag>;
}

/** What a parser says of one sentence; the root is its own head. */
interface Parse {
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  readonly tags: readonly Tag[];
}

const WILL: Tag = { upos: 'AUX', xpos: 'MD' };
const BASE: Tag = { upos: 'VERB', xpos: 'VB' };
const PAST: Tag = { upos: 'VERB', xpos: 'VBD' };
const STOP: Tag = { upos: 'PUNCT', xpos: '.' };
const FINITE = /^(?:VBZ|VBP|VBD|MD)$/;
const CLAUSE_END = /^(?:[:;–—|]|--)$/;
const isNominal = (xpos: string | undefined): boolean => xpos !== undefined && /^(?:NN|CD|JJ)/.test(xpos);

/** Whether the participle at `i` is the verb of its clause: no object, no finite verb and no "to be" beside it. */
function isBarePassive(forms: readonly string[], tags: readonly Tag[], i: number): boolean {
  if (tags[i]?.xpos !== 'VBN' || !/^(?:NN|CD)/.test(tags[i - 1]?.xpos ?? '')) return false;
  if (/^(?:NN|DT|CD|PRP)/.test(tags[i + 1]?.xpos ?? '')) return false;
  for (const step of [-1, 1]) {
    for (let k = i + step; k >= 0 && k < forms.length; k += step) {
      if (CLAUSE_END.test(forms[k] ?? '') || (forms[k] === ',' && step > 0)) break;
      if (FINITE.test(tags[k]?.xpos ?? '') || (tags[k]?.xpos === 'TO' && step < 0)) return false;
    }
  }
  return true;
}

/** Whether "to" at `i` stands for "will": a subject and no other verb before it in its clause. */
function isFuture(forms: readonly string[], tags: readonly Tag[], i: number): boolean {
  if (tags[i]?.xpos !== 'TO' || tags[i + 1]?.xpos !== 'VB' || !isNominal(tags[i - 1]?.xpos)) return false;
  for (let k = i - 1; k >= 0 && !CLAUSE_END.test(forms[k] ?? ''); k--) {
    if (/^(?:VB.?|MD|TO)$/.test(tags[k]?.xpos ?? '')) return false;
  }
  return true;
}

/** Neither a headline nor prose: addresses; and not a headline but a letter: "I", "you". */
const FOREIGN = /^(?:i|me|my|you|your|u)$|[@<>\\/]|\w\.\w/i;

/** Whether the verb at `i` is the first of its clause, with no pronoun that would open another one. */
function isMainVerb(forms: readonly string[], tags: readonly Tag[], i: number): boolean {
  for (let k = i - 1; k >= 0 && !CLAUSE_END.test(forms[k] ?? '') && forms[k] !== ','; k--) {
    if (/^(?:VBZ|VBP|VBD|MD|PRP|WDT|WP)$/.test(tags[k]?.xpos ?? '')) return false;
  }
  return true;
}

/** Base form of a finite verb that headlines use. */
function baseOf(lower: string, { upos, xpos }: Tag): string | undefined {
  if (upos !== 'VERB') return undefined;
  if (xpos === 'VBD') return PAST_TO_BASE.get(lower);
  return /^VB[ZP]$/.test(xpos) ? (THIRD_PERSONS.get(lower) ?? BASE_FORMS.get(lower))?.base : undefined;
}

/**
 * Writes a headline as a sentence, since a parser knows sentences and takes "Oslo arms rebels" for one noun phrase: "Oslo will arm rebels.",
 * "Envoys will meet." for "Envoys to meet", "Envoy was summoned." for "Envoy summoned", "…, said Oslo." for "…, insists Oslo". Meant for
 * its tree alone; tense and modality are read off the headline.
 * @param tags mended ones (`mendHeadline`), parallel to `forms`
 * @returns nothing for what is no headline
 */
export function toSentence(forms: readonly string[], tags: readonly Tag[]): HeadlineSentence | undefined {
  if (!isHeadline(forms) || forms.some((form) => FOREIGN.test(form))) return undefined;
  const made: { readonly form: string; readonly tag: Tag; readonly origin: number }[] = [];
  const changed = new Map<number, Tag>();
  const add = (form: string, tag: Tag, origin = -1): number => made.push({ form, tag, origin });
  forms.forEach((form, i) => {
    const tag = tags[i];
    if (tag === undefined) return;
    const base = isMainVerb(forms, tags, i) ? baseOf(form.toLowerCase(), tag) : undefined;
    const future = isFuture(forms, tags, i);
    if (base !== undefined || future) changed.set(i, tag);
    if (future) add('will', WILL, i);
    else if (base === undefined) {
      if (isBarePassive(forms, tags, i))
        add(/S$|CD/.test(tags[i - 1]?.xpos ?? '') ? 'were' : 'was', { ...WILL, xpos: 'VBD' });
      add(form, tag, i);
    } else if (isNominal(tags[i - 1]?.xpos)) {
      add('will', WILL);
      add(base, BASE, i);
    } else if (forms[i - 1] === ',' && THIRD_PERSONS.get(form.toLowerCase())?.speech === true) add('said', PAST, i);
    else add(PAST_FORMS.get(base) ?? form, PAST, i);
  });
  if (!/^[?!]$/.test(forms.at(-1) ?? '')) add('.', STOP);
  return {
    forms: made.map(({ form }) => form),
    tags: made.map(({ tag }) => tag),
    origins: made.map(({ origin }) => origin),
    changed,
  };
}

/** The parse of a headline from that of its sentence. What hangs on a word that was put in goes to the word above it. */
export function foldParse(parse: Parse, { origins, changed }: HeadlineSentence): Parse {
  const heads: number[] = [];
  const deprels: string[] = [];
  const tags: Tag[] = [];
  let root: number | undefined;
  origins.forEach((origin, i) => {
    const tag = parse.tags[i];
    if (origin < 0 || tag === undefined) return;
    let head = parse.heads[i] ?? i;
    for (let steps = 0; steps < origins.length && (origins[head] ?? 0) < 0; steps++) head = parse.heads[head] ?? head;
    const above = head === i ? -1 : (origins[head] ?? -1);
    // "to" stood for "will".
    const deprel = changed.get(origin)?.xpos === 'TO' ? 'mark' : (parse.deprels[i] ?? 'dep');
    // Where a word that was put in was the root, the first of those that hang on it takes its place.
    heads[origin] = above >= 0 ? above : (root ?? origin);
    deprels[origin] = above >= 0 || root !== undefined ? deprel : 'root';
    if (above < 0) root ??= origin;
    tags[origin] = changed.get(origin) ?? tag;
  });
  return { heads, deprels, tags };
}
