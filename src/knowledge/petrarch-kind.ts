import type { Known } from './petrarch-known.ts';
import { withoutTitle, wordsOf } from './petrarch-names.ts';
import type { ReadCode } from './petrarch-offices.ts';

/** What a name stands for; `description`: a phrase of common nouns, which the reader of texts takes apart by itself. */
export type NameKind = 'person' | 'body' | 'description';

/** Sectors to which single people are more often coded than bodies. */
const OF_PEOPLE = new Set(['ELI', 'GOV', 'LEG', 'MIL', 'JUD', 'OPP', 'BUS', 'EDU', 'JRN']);

/** Dictionaries don't say whether a name is that of a person or of a body: it is told from its words, then from its codes. */
export function kindOf(known: Known, text: string, codes: readonly ReadCode[]): NameKind {
  const name = withoutParentheses(text);
  const [claim] = known.claims(name);
  if (claim) return known.records.get(claim.id)?.kind === 'person' ? 'person' : 'body';
  if (isDescription(known, name)) return 'description';
  const rest = withoutTitle(name, known.titles);
  if (isBodyName(known, rest ?? name) || codes.some((c) => c.sector === 'MNC')) return 'body';
  if (rest?.includes(' ')) return 'person';
  const surplus = personSurplus(known, name);
  if (surplus > 0) return 'person';
  const dated = codes.some((c) => c.from || c.to);
  return codesSayPerson(codes, dated, wordsOf(name).length) && (dated || surplus === 0) ? 'person' : 'body';
}

/** International bodies have no dates, but their officials have; of states, people are coded more often than bodies. */
function codesSayPerson(codes: readonly ReadCode[], dated: boolean, words: number): boolean {
  if (codes.every((c) => c.country === undefined)) return dated && codes.some((c) => c.sector === 'IGO') && words > 1;
  return codes.some((c) => OF_PEOPLE.has(c.sector ?? '')) && (dated || (words > 1 && words < 6));
}

/** The last word, or the one before "of", is a noun for bodies. */
function isBodyName(known: Known, name: string): boolean {
  const heads = [name, name.split(/ (?:OF|FOR) /i)[0] ?? name].map(wordsOf);
  return heads.some(
    (words) => known.bodyHeads.has(words.at(-1) ?? '') || agentAtEnd(known, words, ['body', 'country']) >= 0,
  );
}

/** How many more words of names of people than of names of bodies there are in a name. */
function personSurplus(known: Known, name: string): number {
  const words = wordsOf(name).filter((w) => w.length > 2);
  const count = (vocabulary: ReadonlySet<string>): number => words.filter((w) => vocabulary.has(w)).length;
  return count(known.personWords) - count(known.bodyWords);
}

/** At least half of its words are names of people, and no word is of a name of a body. */
export function isPersonName(known: Known, text: string): boolean {
  const name = withoutParentheses(text);
  const words = wordsOf(name).filter((w) => w.length > 2);
  return words.length > 1 && !isBodyName(known, name) && personSurplus(known, name) * 2 >= words.length;
}

const withoutParentheses = (text: string): string => text.replaceAll(/\s*\([^)]*\)/g, '').trim();

/** Last words of names of states, though they are nouns that act for one too. */
const STATE = /\b(?:republic|kingdom|states?|federation|union|emirates?|sultanate|commonwealth)$/i;

/** "UN envoy", "Afghan soldiers", "president of Fiji", "legislator": a noun for people, alone or behind a name that is known. */
export function isDescription(known: Known, text: string): boolean {
  const name = withoutParentheses(text);
  const [office = '', ...of] = name.split(/ (?:OF|FOR|TO) /i);
  if (of.length > 0 && agentAtEnd(known, wordsOf(office), ['person']) >= 0) return isDescription(known, office);
  const words = wordsOf(name);
  if (known.titles.has(words.join(' '))) return true;
  if (STATE.test(name)) return false;
  const person = agentAtEnd(known, words, ['person']);
  const start = person >= 0 ? person : agentAtEnd(known, words, ['group', 'country']);
  // "Kosovo Liberation Army" is a name, though there are liberation armies.
  if (start < 0 || (person < 0 && start > 0 && words.slice(start).some((w) => known.bodyWords.has(w)))) return false;
  return start === 0 || known.claims(words.slice(0, start).join(' ')).length > 0;
}

/** Where the noun of the lexicon begins in which a name ends, singular or plural, if it acts so; else -1. */
function agentAtEnd(known: Known, words: readonly string[], acts: readonly string[]): number {
  for (let start = 0; start < words.length; start++) {
    const phrase = words.slice(start).join(' ');
    const agent = [phrase, phrase.replace(/s$/, ''), phrase.replace(/ies$/, 'y'), phrase.replace(/men$/, 'man')]
      .map((form) => known.agents.get(form))
      .find((a) => a !== undefined);
    if (agent) return acts.includes(agent.acts) ? start : -1;
  }
  return -1;
}

/** Whether a name is that of a state in another spelling or with more words: "Republic of Fiji", "Fidji". */
export function resembles(name: string, ofCountry: readonly string[]): boolean {
  const words = wordsOf(name);
  return ofCountry.some((other) => {
    const [wanted, given] = [wordsOf(other).join(' '), words.join(' ')];
    if (wanted.length < 4) return false;
    if (` ${given} `.includes(` ${wanted} `)) return true;
    return wanted.length > 4 && distance(wanted, given) <= (wanted.length > 7 ? 2 : 1);
  });
}

/** Changed, missing, added and exchanged neighbouring letters, counted up to 3. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 3) + 1 : 3;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, exchanged));
    }
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 3, 3);
}
