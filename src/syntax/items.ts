import { TIME_NOUNS } from '../base/time-words.ts';
import type { ChunkedDocument, Group } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex } from './clause.ts';

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

/** True when the group names a time ("Wednesday", "last week", "25 February"), which is never an actor. */
export function isTemporal(doc: ChunkedDocument, group: Group): boolean {
  const lemma = doc.morphology[group.head]?.lemma.toLowerCase() ?? '';
  if (TIME_NOUNS.has(lemma.replace(/s$/, '')) || TIME_NOUNS.has(lemma)) return true;
  const word = doc.tokens[group.head]?.text ?? '';
  if (!/^\d{1,4}$/.test(word)) return false;
  const before = doc.tokens[group.head - 1]?.text.toLowerCase().replace(/\.$/, '') ?? '';
  return /^(1[5-9]|20)\d\d$/.test(word) || TIME_NOUNS.has(before);
}

/** Compound prepositions that start with a word the tagger calls something else. */
const HEAD_WORDS = new Map([
  ['according', 'to'],
  ['due', 'to'],
  ['because', 'of'],
  ['instead', 'of'],
  ['ahead', 'of'],
  ['such', 'as'],
  ['owing', 'to'],
  ['thanks', 'to'],
  ['prior', 'to'],
  ['along', 'with'],
  ['together', 'with'],
  ['out', 'of'],
  ['as', 'for'],
  ['regardless', 'of'],
  ['next', 'to'],
]);
const SINGLE = new Set([
  'including',
  'during',
  'following',
  'concerning',
  'regarding',
  'amid',
  'despite',
  'per',
  'via',
  'versus',
  'v',
  'unlike',
  'like',
  'toward',
  'towards',
  'notwithstanding',
]);

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
    const compound = compoundPreposition(doc, i, bounds.end);
    if (compound) {
      if (compound.text) items.push({ kind: 'word', start: i, role: 'preposition', text: compound.text });
      i = compound.end;
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
  return items;
}

function compoundPreposition(
  doc: ChunkedDocument,
  i: number,
  limit: number,
): { text: string; end: number } | undefined {
  const word = doc.tokens[i]?.text.toLowerCase() ?? '';
  // "in order to go" is "to go".
  if (
    word === 'in' &&
    doc.tokens[i + 1]?.text.toLowerCase() === 'order' &&
    doc.tokens[i + 2]?.text.toLowerCase() === 'to'
  ) {
    return { text: '', end: i + 2 };
  }
  const second = HEAD_WORDS.get(word);
  if (second && i + 1 < limit && doc.tokens[i + 1]?.text.toLowerCase() === second)
    return { text: `${word} ${second}`, end: i + 2 };
  const next = doc.morphology[i + 1];
  const nominal = next && ['DET', 'NOUN', 'PROPN', 'ADJ', 'PRON', 'NUM'].includes(next.upos);
  return SINGLE.has(word) && nominal ? { text: word, end: i + 1 } : undefined;
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
