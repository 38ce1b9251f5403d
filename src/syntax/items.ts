import { NOWHERE } from '../base/nowhere.ts';
import { TIME_NOUNS } from '../base/time-words.ts';
import type { ChunkedDocument, Group } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex } from './clause.ts';
import { fixedPhrase } from './fixed-phrases.ts';

/** A sentence as a row of groups and the words between them. */
export type Item = NounItem | VerbItem | WordItem;

export interface NounItem {
  readonly kind: 'noun';
  readonly group: GroupIndex;
  readonly temporal: boolean;
  readonly start: TokenIndex;
}

export interface VerbItem {
  readonly kind: 'verb';
  readonly group: GroupIndex;
  readonly start: TokenIndex;
}

export interface WordItem {
  readonly kind: 'word';
  readonly role: WordRole;
  /** Lower case. */
  readonly text: string;
  readonly start: TokenIndex;
  /** Item index of the mark that closes what this one opens: parentheses, a pair of dashes. */
  closer?: number;
}

export type WordRole =
  | 'preposition'
  | 'subordinator'
  | 'relative'
  | 'conjunction'
  | 'comma'
  | 'stop'
  | 'quote'
  | 'possessive'
  | 'adjective'
  | 'adverb'
  | 'other';

const SURNAME_MONTHS = new Set([
  'may',
  'march',
  'june',
  'april',
  'august',
  'day',
  'night',
  'moment',
  'summer',
  'winter',
  'noon',
  'eve',
]);

/** True when the group names a time ("Wednesday", "last week", "25 February"), which is never an actor. */
export function isTemporal(doc: ChunkedDocument, group: Group): boolean {
  const lemma = doc.morphology[group.head]?.lemma.toLowerCase() ?? '';
  // "a march" is no March.
  if (/^march(?:es)?$/.test(doc.tokens[group.head]?.text ?? '')) return false;
  // "Theresa May", "Jan Egeland": a month's name behind another name is a surname.
  const named = doc.morphology[group.head - 1];
  if (
    group.head > group.start &&
    named?.upos === 'PROPN' &&
    !TIME_NOUNS.has(named.lemma.toLowerCase()) &&
    SURNAME_MONTHS.has(lemma)
  )
    return false;
  if (TIME_NOUNS.has(lemma.replace(/s$/, '')) || TIME_NOUNS.has(lemma)) return true;
  const word = doc.tokens[group.head]?.text ?? '';
  if (!/^\d{1,4}$/.test(word)) return false;
  const before = doc.tokens[group.head - 1]?.text.toLowerCase().replace(/\.$/, '') ?? '';
  return /^(1[5-9]|20)\d\d$/.test(word) || TIME_NOUNS.has(before);
}

/** Cuts one sentence into items; `owners` receives group -> group that owns it. */
export function readItems(
  doc: ChunkedDocument,
  sentence: number,
  byStart: ReadonlyMap<number, GroupIndex>,
  owners: Map<GroupIndex, GroupIndex>,
): Item[] {
  const bounds = doc.sentences[sentence];
  const items: Item[] = [];
  if (!bounds) return items;
  let i = bounds.start;
  let owner: GroupIndex | undefined;
  while (i < bounds.end) {
    const index = byStart.get(i);
    const group = index === undefined ? undefined : doc.groups[index];
    const fixed = fixedPhrase(doc, i, bounds.end);
    if (fixed && !cutsGroup(doc, byStart, i, fixed.end)) {
      if (fixed.role !== 'nothing') items.push({ kind: 'word', start: i, role: fixed.role, text: fixed.text });
      i = fixed.end;
    } else if (group && index !== undefined) {
      if (group.kind === 'noun') {
        if (owner !== undefined) owners.set(index, owner);
        items.push({ kind: 'noun', group: index, temporal: isTemporal(doc, group), start: i });
        owner = undefined;
      } else items.push({ kind: 'verb', group: index, start: i });
      i = group.end;
    } else {
      const role = wordRole(doc, i);
      const last = items.at(-1);
      if (role === 'possessive' && last?.kind === 'noun') {
        // The owner leaves the row: "[Iran] 's [visit]" is one phrase whose head is "visit".
        items.pop();
        owner = last.group;
      } else items.push({ kind: 'word', start: i, role, text: doc.tokens[i]?.text.toLowerCase() ?? '' });
      i++;
    }
  }
  return pairMarks(doc, bounds.start, items);
}

/** A fixed phrase must not swallow the beginning of a group that goes on behind it. */
function cutsGroup(
  doc: ChunkedDocument,
  byStart: ReadonlyMap<number, GroupIndex>,
  start: TokenIndex,
  end: TokenIndex,
): boolean {
  for (let i = start; i < end; i++) {
    const group = doc.groups[byStart.get(i) ?? NOWHERE];
    if (group && group.end > end) return true;
  }
  return false;
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
]);

/** Notes which mark closes which: what stands in parentheses or between two dashes interrupts the sentence. */
function pairMarks(doc: ChunkedDocument, start: TokenIndex, items: Item[]): Item[] {
  const open: { mark: string; item: WordItem }[] = [];
  const dateline = /^[A-Z]{3,}/.test(doc.tokens[start]?.text ?? '');
  let dash: WordItem | undefined;
  items.forEach((item, i) => {
    if (item.kind !== 'word' || item.role !== 'stop') return;
    const closer = CLOSERS.get(item.text);
    if (closer) open.push({ mark: closer, item });
    else if (item.text === open.at(-1)?.mark) {
      const opener = open.pop();
      if (opener) opener.item.closer = i;
    } else if (/^(?:[—–]|-+)$/.test(item.text) && open.length === 0) {
      if (dash) dash.closer = i;
      // "CAIRO — …": the first dash parts a dateline from the text.
      dash = dash || (dateline && i < 8 && !items.slice(0, i).some((x) => x.kind === 'verb')) ? undefined : item;
    } else if (item.text === ';') dash = undefined;
  });
  return items;
}

function wordRole(doc: ChunkedDocument, i: number): WordRole {
  const m = doc.morphology[i];
  const text = doc.tokens[i]?.text ?? '';
  if (!m) return 'other';
  if (m.xpos === 'POS') return 'possessive';
  if (/^W/.test(m.xpos)) return 'relative';
  if (m.upos === 'ADP') return 'preposition';
  if (m.upos === 'SCONJ') return 'subordinator';
  if (m.upos === 'CCONJ') return 'conjunction';
  if (m.upos === 'ADJ') return 'adjective';
  if (m.upos === 'ADV') return 'adverb';
  if (text === ',') return 'comma';
  if (/^["“”'‘’`]+$/.test(text)) return 'quote';
  if (/^[;:—–()[\]]$|^-+$|^\.\.\.$|^…$/.test(text)) return 'stop';
  return 'other';
}
