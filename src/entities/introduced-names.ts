import { isAllCaps, isCapitalized } from '../base/fold-name.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import { matchesAt, type Reading } from './gazetteer-index.ts';
import { bodyOf, personAt, properNameAt } from './name-evidence.ts';
import type { Name, NameFinder } from './names.ts';
import { isBand } from './offices.ts';
import { type BodyName, bodyWord } from './organization-patterns.ts';
import { type PhraseMatch, phraseEndingAt, phrasesAt } from './phrases.ts';
import { groupOf, isHyphen, sentenceStart, type TextView, textOf, xposOf } from './text-view.ts';

type Body = Extract<Name, { kind: 'body' }>;

/**
 * Adds the names of bodies that the text introduces: behind a noun that says what bears the name ("the Finnish militia [Karhu]"), and in
 * brackets behind the full name ("… Network ([NNC])"). From then on, and before, the name alone is that body.
 * @returns all names in text order, without overlaps
 */
export function withIntroduced(finder: NameFinder, view: TextView, names: readonly Name[]): readonly Name[] {
  const taken = new Set<TokenIndex>();
  const ending = new Map(names.map((n) => [n.span.end, n]));
  const claim = ({ span }: Name): void => {
    for (let i = span.start; i < span.end; i++) taken.add(i);
  };
  names.forEach(claim);
  const found: Body[] = [];
  const add = (body: Body): void => {
    found.push(body);
    claim(body);
  };
  for (let i = 1; i < view.words.length; i++) {
    if (taken.has(i)) continue;
    for (const body of [
      ...inBrackets(view, i, ending),
      ...behindNoun(finder, view, i, taken),
      ...beforeNoun(finder, view, i, taken),
    ])
      add(body);
  }
  const introduced = new Set(found);
  const called = new Map<string, Body>();
  for (const name of [...names, ...found])
    if (name.kind === 'body' && isOwnWord(view, name, introduced)) called.set(textOf(view, name.span), name);
  if (called.size > 0) for (const body of repeated(view, called, taken)) add(body);
  if (found.length === 0) return names;
  // "Network of [Norland]": the places in a name spelled out are parts of it.
  const inside = new Set(
    found.flatMap(({ span }) => Array.from({ length: span.end - span.start }, (_, i) => span.start + i)),
  );
  const whole = names.filter((n) => !inside.has(n.span.start));
  return [...whole, ...found].sort((a, b) => a.span.start - b.span.start);
}

/** Acronyms and introduced names mean the same wherever they stand. */
const isOwnWord = (view: TextView, name: Body, introduced: ReadonlySet<Body>): boolean =>
  name.span.end - name.span.start === 1
    ? isAcronym(view.words[name.span.start] ?? '') || introduced.has(name)
    : introduced.has(name);

const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(word) && isAllCaps(word);

/** "National Network of Norland ([NNN])": the acronym, and its full name where nothing else found it. */
function inBrackets(view: TextView, at: TokenIndex, ending: ReadonlyMap<TokenIndex, Name>): Body[] {
  const acronym = view.words[at] ?? '';
  if (view.words[at - 1] !== '(' || view.words[at + 1] !== ')' || !isAcronym(acronym)) return [];
  const short: Body = bodyName(view, { start: at, end: at + 1 });
  const before = ending.get(at - 1);
  if (before?.kind === 'body' || (before?.kind === 'known' && before.reading.type === 'organization')) return [short];
  const long = spelledOut(view, at - 1, acronym);
  // A disease or a treaty has its acronym in brackets too.
  return long && hasBodyWord(view, long) ? [bodyName(view, long), short] : [];
}

const SMALL = /^(?:of|for|and|the|&|in|on|de|la|du|des|del|y|e)$/;

/** The capitalised words before the bracket whose first letters make up the acronym. */
function spelledOut(view: TextView, end: TokenIndex, acronym: string): Span | undefined {
  const letters = [...acronym.replace(/[^\p{Lu}]/gu, '')];
  const floor = sentenceStart(view, end);
  let start = end;
  while (letters.length > 0 && start > floor) {
    const word = view.words[start - 1] ?? '';
    if (isCapitalized(word) && word.startsWith(letters.at(-1) ?? '')) letters.pop();
    else if (!SMALL.test(word)) return undefined;
    start--;
  }
  return letters.length === 0 && end - start > 1 ? { start, end } : undefined;
}

function hasBodyWord(view: TextView, { start, end }: Span): boolean {
  return view.lower.slice(start, end).some((word) => bodyWord(word) !== undefined);
}

const bodyName = (view: TextView, span: Span): Body => {
  const body = bodyOf(view, span);
  return { kind: 'body', body, span, head: body.head, inside: [] };
};

/** "the Finnish militia [Karhu]", "the oil company [MOL]". */
function behindNoun(finder: NameFinder, view: TextView, at: TokenIndex, taken: ReadonlySet<TokenIndex>): Body[] {
  if (!isFreeName(view, at, taken) || isCapitalized(view.words[at - 1] ?? '')) return [];
  if (view.titled[view.sentenceAt[at] ?? 0]) return [];
  const group = groupOf(view, at);
  const floor = Math.max(sentenceStart(view, at), group?.start ?? at);
  const phrase = phraseEndingAt(finder.phrases, view, floor, at);
  if (!phrase || phrase.plural || !bearsName(phrase)) return [];
  let end = at + 1;
  while (groupOf(view, end) === group && nextPart(view, end, taken) > 0) end += nextPart(view, end, taken);
  if (end - at > 1 && personAt(view, end - 1)) return [];
  if (phrasesAt(finder.phrases, view, at, end).length > 0) return [];
  const span = { start: at, end };
  return [
    {
      kind: 'body',
      body: describedBody(phrase, span),
      span,
      head: end - 1,
      inside: statesIn(finder, view, floor, phrase.start),
    },
  ];
}

/** "the [Tempo] news agency": one word that the finder takes for a body's name, before the noun that says what bears it. */
function beforeNoun(finder: NameFinder, view: TextView, at: TokenIndex, taken: ReadonlySet<TokenIndex>): Body[] {
  const group = groupOf(view, at);
  if (!group || group.head === at || !isFreeName(view, at, taken) || isFreeName(view, at - 1, taken)) return [];
  if (view.titled[view.sentenceAt[at] ?? 0] || properNameAt(view, at)?.kind !== 'organization') return [];
  const phrase = phrasesAt(finder.phrases, view, at + 1, group.end).at(-1);
  if (!phrase || phrase.plural || phrase.end !== group.head + 1 || !bearsName(phrase)) return [];
  const span = { start: at, end: at + 1 };
  return [
    {
      kind: 'body',
      body: describedBody(phrase, span),
      span,
      head: at,
      inside: statesIn(finder, view, group.start, at),
    },
  ];
}

/** Words up to the end of the next part of a name, with what joins it ("[al-Sham]", "[-Hezb]"); 0 where none follows. */
function nextPart(view: TextView, at: TokenIndex, taken: ReadonlySet<TokenIndex>): number {
  if (isFreeName(view, at, taken)) return 1;
  const article = /^(?:al|el|as|ash|ar|ul|e)$/.test(view.lower[at] ?? '') ? 1 : 0;
  const hyphen = isHyphen(view.words[at + article]) ? 1 : 0;
  const joins = article + hyphen;
  return joins > 0 && isFreeName(view, at + joins, taken) ? joins + 1 : 0;
}

const NAMED =
  /(?:company|firm|group|party|newspaper|daily|weekly|magazine|broadcaster|channel|station|agency|outlet|charity|organi[sz]ation|movement|militia|union|airline|bank|club|website|band|carrier|manufacturer|maker|operator|think tank|institute|alliance|coalition)$/;

const bearsName = (phrase: PhraseMatch): boolean =>
  isBand(phrase) || (phrase.agent?.acts === 'body' && NAMED.test(phrase.text));

const ARMED = /^(?:REB|UAF|PRM)$/;

function describedBody({ text, sector }: PhraseMatch, span: Span): BodyName {
  const noun = text.split(' ').at(-1) ?? '';
  const general = /^(?:group|organi[sz]ation)$/.test(noun) ? undefined : bodyWord(noun)?.subkind;
  const subkind = ARMED.test(sector) ? 'armed-group' : sector === 'BUS' ? 'company' : (general ?? 'organization');
  return { subkind, sector, span, head: span.end - 1 };
}

function statesIn(finder: NameFinder, view: TextView, start: TokenIndex, end: TokenIndex): Reading[] {
  for (let i = start; i < end; i++) {
    const states =
      matchesAt(finder.index, view, i, end)
        .at(-1)
        ?.readings.filter((r) => r.type === 'country') ?? [];
    if (states.length > 0) return states.slice(0, 1);
  }
  return [];
}

const isFreeName = (view: TextView, at: TokenIndex, taken: ReadonlySet<TokenIndex>): boolean =>
  !taken.has(at) &&
  isCapitalized(view.words[at] ?? '') &&
  /^\p{Lu}[\p{L}\d'’-]+$/u.test(view.words[at] ?? '') &&
  (/^NNPS?$/.test(xposOf(view, at)) || (at > sentenceStart(view, at) && /^NNS?$/.test(xposOf(view, at))));

/** The other places of the text where an introduced name stands. */
function repeated(view: TextView, called: ReadonlyMap<string, Body>, taken: ReadonlySet<TokenIndex>): Body[] {
  const out: Body[] = [];
  const byFirst = new Map<string, Body[]>();
  for (const body of called.values()) {
    const first = view.words[body.span.start] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), body]);
  }
  view.words.forEach((word, start) => {
    for (const body of byFirst.get(word) ?? []) {
      const end = start + body.span.end - body.span.start;
      const span = { start, end };
      if (textOf(view, span) !== textOf(view, body.span) || isPartOfName(view, span, taken)) continue;
      const shift = start - body.span.start;
      out.push({ ...body, span, head: body.head + shift, body: { ...body.body, span, head: body.body.head + shift } });
      return;
    }
  });
  return out;
}

/** Covered by another name, or one word of a longer one. */
function isPartOfName(view: TextView, { start, end }: Span, taken: ReadonlySet<TokenIndex>): boolean {
  for (let i = start; i < end; i++) if (taken.has(i)) return true;
  const joins = (i: TokenIndex): boolean =>
    groupOf(view, i) === groupOf(view, start) &&
    groupOf(view, start) !== undefined &&
    /^NNPS?$/.test(xposOf(view, i)) &&
    isCapitalized(view.words[i] ?? '') &&
    !taken.has(i);
  return joins(start - 1) || joins(end);
}
