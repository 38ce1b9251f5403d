import { extend } from '../base/extend.ts';
import { isAllCaps, isAscii, namePieces } from '../base/fold-name.ts';
import type { AgentNoun, Knowledge, OfficeTitle } from '../knowledge/knowledge.ts';
import type { Sector } from '../model/entity.ts';
import type { TokenIndex } from '../model/span.ts';
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

/** Folded phrase, or the first pieces of one (null), -> phrase. */
type PhraseTable = ReadonlyMap<string, Phrase | null>;

export interface PhraseIndex {
  readonly phrases: PhraseTable;
  /** Nouns that are no actors but tell whose sector somebody is of: "a missile", "a village". */
  readonly things: PhraseTable;
}

type PhraseMap = Map<string, Phrase | null>;

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
  const phrases: PhraseMap = new Map();
  const things: PhraseMap = new Map();
  for (const agent of knowledge.agents) {
    const { sector, phrase: text } = agent;
    const table = agent.acts === 'thing' ? things : phrases;
    add(table, text, { sector, agent, text, plural: agent.number === 'pl' });
    if (agent.number === 'sg') add(table, pluralOfPhrase(text), { sector, agent, text, plural: true });
  }
  for (const title of knowledge.titles) {
    add(phrases, title.title, { sector: title.sector, title, text: title.title, plural: false });
    if (title.rank !== 'honorific' && !title.title.endsWith('.')) {
      add(phrases, pluralOfPhrase(title.title), { sector: title.sector, title, text: title.title, plural: true });
    }
  }
  return { phrases, things };
}

/** The noun before "of", "in" … takes the ending: "ministers of defence", "secretaries-general" are written as listed. */
export function pluralOfPhrase(phrase: string): string {
  const at = /^(.*?)((?: of | in | to | at |-in-| without ).*)$/.exec(phrase);
  return at ? pluralOf(at[1] ?? '') + at[2] : pluralOf(phrase);
}

function add(phrases: PhraseMap, text: string, phrase: Phrase): void {
  const parts = namePieces(text);
  let key = '';
  for (let i = 0; i < parts.length; i++) {
    key = i ? `${key} ${parts[i]?.toLowerCase()}` : (parts[i]?.toLowerCase() ?? '');
    if (i < parts.length - 1 && !phrases.has(key)) phrases.set(key, null);
  }
  if (!key) return;
  const old = phrases.get(key);
  phrases.set(key, old ? { ...extend(phrase, old), sector: old.sector || phrase.sector } : phrase);
}

/** Phrases that start at the token, shortest first, not beyond `limit`. */
export function phrasesAt(
  { phrases }: Pick<PhraseIndex, 'phrases'>,
  view: TextView,
  start: TokenIndex,
  limit: TokenIndex,
): readonly PhraseMatch[] {
  const found: PhraseMatch[] = [];
  let key = '';
  for (let i = start; i < limit; i++) {
    const parts = view.keys[i] ?? [];
    if (!parts.length && (!key || !(isHyphen(view.words[i]) || view.words[i] === '.'))) break;
    let phrase: Phrase | null | undefined = null;
    for (const part of parts) {
      key = key ? `${key} ${part}` : part;
      phrase = phrases.get(key);
      if (phrase === undefined) return found;
    }
    if (phrase && !isMisreadAcronym(phrase, view.words[i] ?? '')) found.push(extend(phrase, { start, end: i + 1 }));
  }
  return found;
}

/** "MP" and "CEO" are titles, "mp" is not; short forms with a stop too ("Gen." but not "gen"). */
const isMisreadAcronym = (phrase: Phrase, word: string): boolean => {
  // "chargé" is no charge.
  if (!phrase.text.includes(' ') && !isAscii(phrase.text) && isAscii(word)) return true;
  if (/^\p{Lu}{2,4}$/u.test(phrase.text)) return !isAllCaps(word.replace(/s$/, ''));
  return /^\p{Lu}\p{Ll}{0,4}\.?$/u.test(phrase.text) && !/^\p{Lu}/u.test(word);
};

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
  words.some((w) => /^(former|ex|ex-\w+|ousted|late|deposed|then|ex-|retired|exiled|onetime|erstwhile)$/.test(w));
