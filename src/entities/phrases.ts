import type { AgentNoun, Knowledge, OfficeTitle } from '../knowledge/knowledge.ts';
import type { Sector } from '../model/entity.ts';
import type { TokenIndex } from '../model/span.ts';
import { isAllCaps, namePieces } from './fold.ts';
import { isHyphen, type TextView } from './text-view.ts';

/** A phrase of agents.tsv or titles.tsv (or both), with whether the text has it in the plural. */
export interface Phrase {
  readonly text: string;
  readonly sector: Sector;
  readonly plural: boolean;
  readonly agent?: AgentNoun;
  readonly title?: OfficeTitle;
}

export interface PhraseMatch extends Phrase {
  readonly start: TokenIndex;
  readonly end: TokenIndex;
}

interface TrieNode {
  next?: Map<string, TrieNode>;
  phrase?: Phrase;
}

export interface PhraseIndex {
  readonly root: TrieNode;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  child: 'children',
  person: 'people',
  wife: 'wives',
  thief: 'thieves',
};

/** Regular English plural of the last word ("armed man" -> "armed men"). */
export function pluralOf(phrase: string): string {
  const [, before = '', last = ''] = /^(.*?)([\p{L}']+)$/u.exec(phrase) ?? [];
  if (!last) return phrase;
  const irregular = IRREGULAR[last];
  if (irregular) return before + irregular;
  if (/man$/.test(last) && !/(german|human|roman)$/.test(last)) return `${before}${last.slice(0, -2)}en`;
  if (/[^aeiou]y$/.test(last)) return `${before}${last.slice(0, -1)}ies`;
  return before + last + (/(s|x|z|ch|sh)$/.test(last) ? 'es' : 's');
}

export function indexPhrases(knowledge: Knowledge): PhraseIndex {
  const root: TrieNode = {};
  for (const agent of knowledge.agents) {
    const base = { sector: agent.sector, agent };
    add(root, agent.phrase, { ...base, text: agent.phrase, plural: agent.number === 'pl' });
    if (agent.number === 'sg') add(root, pluralOfPhrase(agent.phrase), { ...base, text: agent.phrase, plural: true });
  }
  for (const title of knowledge.titles) {
    add(root, title.title, { sector: title.sector, title, text: title.title, plural: false });
    if (title.rank !== 'honorific' && !title.title.endsWith('.')) {
      add(root, pluralOfPhrase(title.title), { sector: title.sector, title, text: title.title, plural: true });
    }
  }
  return { root };
}

/** The noun before "of", "in" … takes the ending: "ministers of defence", "secretaries-general" are written as listed. */
export function pluralOfPhrase(phrase: string): string {
  const at = /^(.*?)((?: of | in | to | at |-in-| without ).*)$/.exec(phrase);
  return at ? pluralOf(at[1] ?? '') + at[2] : pluralOf(phrase);
}

function add(root: TrieNode, text: string, phrase: Phrase): void {
  let node = root;
  for (const piece of namePieces(text)) {
    const key = piece.toLowerCase();
    node.next ??= new Map();
    let next = node.next.get(key);
    if (!next) {
      next = {};
      node.next.set(key, next);
    }
    node = next;
  }
  if (node === root) return;
  const old = node.phrase;
  node.phrase = old ? { ...phrase, ...old, sector: old.sector || phrase.sector } : phrase;
}

/** Phrases that start at the token, shortest first, not beyond `limit`. */
export function phrasesAt(
  index: PhraseIndex,
  view: TextView,
  start: TokenIndex,
  limit: TokenIndex,
): readonly PhraseMatch[] {
  const first = view.pieces[start]?.[0];
  if (first === undefined || !index.root.next?.has(first.toLowerCase())) return [];
  const found: PhraseMatch[] = [];
  let node: TrieNode | undefined = index.root;
  for (let i = start; i < limit && node; i++) {
    const parts = view.pieces[i] ?? [];
    if (!parts.length && !(isHyphen(view.words[i]) || view.words[i] === '.')) break;
    for (const part of parts) node = node?.next?.get(part.toLowerCase());
    const phrase: Phrase | undefined = parts.length ? node?.phrase : undefined;
    if (phrase && !isMisreadAcronym(phrase, view.words[i] ?? '')) found.push({ ...phrase, start, end: i + 1 });
  }
  return found;
}

/** "MP" and "CEO" are titles, "mp" is not; short forms with a stop too ("Gen." but not "gen"). */
const isMisreadAcronym = (phrase: Phrase, word: string): boolean =>
  /^\p{Lu}{2,4}$/u.test(phrase.text)
    ? !isAllCaps(word.replace(/s$/, ''))
    : /^\p{Lu}\p{Ll}{0,4}\.?$/u.test(phrase.text) && !/^\p{Lu}/u.test(word);

/** The longest phrase that covers `head` and starts at or after `from`; on equal starts the longer one. */
export function phraseCovering(
  index: PhraseIndex,
  view: TextView,
  from: TokenIndex,
  head: TokenIndex,
  limit: TokenIndex,
): PhraseMatch | undefined {
  for (let i = from; i <= head; i++) {
    const match = phrasesAt(index, view, i, limit).findLast((m) => m.end > head);
    if (match) return match;
  }
  return undefined;
}

/** The longest phrase that ends exactly before `end` and starts at or after `from`. */
export function phraseEndingAt(
  index: PhraseIndex,
  view: TextView,
  from: TokenIndex,
  end: TokenIndex,
): PhraseMatch | undefined {
  for (let i = from; i < end; i++) {
    const match = phrasesAt(index, view, i, end).findLast((m) => m.end === end);
    if (match) return match;
  }
  return undefined;
}

const PREFIXES = new Set(
  (
    'deputy vice former ex acting interim then late senior top chief first assistant outgoing incoming newly caretaker special principal lead leading ' +
    'high-ranking permanent current ousted ex-'
  ).split(' '),
);
/** Words that go before an office title and change it: "deputy", "former", "senior". */
export const isTitlePrefix = (word: string): boolean => PREFIXES.has(word);
/** Words that say that the office is over. */
export const isFormer = (words: readonly string[]): boolean =>
  words.some((w) => /^(former|ex|ex-\w+|ousted|late|deposed|then|ex-)$/.test(w));
