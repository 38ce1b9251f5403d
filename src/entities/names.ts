import { isAllCaps, isCapitalized } from '../base/fold-name.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import type { Arbiter } from './ambiguity.ts';
import { isAdjective, isForeignBody } from './foreign-bodies.ts';
import { type GazetteerIndex, type GazetteerMatch, matchesAt, type Reading } from './gazetteer-index.ts';
import type { SpellingIndex } from './misspelt.ts';
import { bodyOf, goesOn, isInsidePerson, otherNameFrom, personAt } from './name-evidence.ts';
import { isPersonPhrase } from './offices.ts';
import { type BodyName, bodyNameAt, bodyWord, placeNameAt } from './organization-patterns.ts';
import { type PhraseIndex, phraseEndingAt, phrasesAt } from './phrases.ts';
import { groupOf, isHyphen, lemmaOf, sentenceStart, type TextView, uposOf, xposOf } from './text-view.ts';
import type { TownIndex } from './towns.ts';
import { unitNameAt } from './unit-names.ts';

/** A stretch of text that names something. `surname` is undecided: it counts only with context. */
export type Name = { readonly span: Span; readonly head: TokenIndex } & (
  | { readonly kind: 'known'; readonly reading: Reading; readonly confidence: number; readonly rule: string }
  | { readonly kind: 'surname'; readonly readings: readonly Reading[] }
  | { readonly kind: 'body'; readonly body: BodyName; readonly inside: readonly Reading[] }
  /** `by`: its words have a place's pattern, or only the finder of names says so. */
  | { readonly kind: 'location'; readonly inside: readonly Reading[]; readonly by: 'pattern' | 'finder' }
);

export interface NameFinder {
  readonly index: GazetteerIndex;
  readonly phrases: PhraseIndex;
  readonly arbiter: Arbiter;
  /** Names by their consonants. */
  readonly spellings: () => SpellingIndex;
  /** Towns that name nothing in articles but tell whose an actor is. */
  readonly towns: () => TownIndex;
}

/** Names of the whole document in text order; they don't overlap. */
export function findNames(finder: NameFinder, view: TextView): readonly Name[] {
  const names: Name[] = [];
  view.doc.sentences.forEach((sentence, index) => {
    const titleCase = view.titled[index] ?? false;
    for (let i = sentence.start; i < sentence.end; ) {
      const name = nameAt(finder, view, i, sentence.end, titleCase);
      if (name) names.push(name);
      i = name ? name.span.end : i + 1;
    }
  });
  return names;
}

function nameAt(
  finder: NameFinder,
  view: TextView,
  start: TokenIndex,
  limit: TokenIndex,
  titleCase: boolean,
): Name | undefined {
  const known = knownName(finder, view, start, limit, titleCase);
  // "the International Community" is all and nobody.
  if (view.lower[start] === 'international' && view.lower[start + 1] === 'community') return undefined;
  const proper = otherNameFrom(view, start, titleCase);
  const body = proper?.kind === 'organization' ? bodyOf(view, proper) : patternBody(view, start, limit, titleCase);
  // "The League" is one that the text named before.
  const short =
    body && view.lower[start] === 'the' && body.span.end - start === 2 && bodyWord(lemmaOf(view, start + 1));
  const longer = body && !short && body.span.end > (known?.span.end ?? start);
  if (longer && hasKnownName(finder, view, body)) return (known?.span.end ?? 0) > start + 1 ? undefined : known;
  if (longer && isOwnBody(finder, view, body, known)) {
    const grown =
      known?.kind === 'known' && known.reading.type === 'organization' && body.span.end - known.span.end === 1;
    if (known && grown) return { ...known, span: { start, end: body.span.end } };
    const { span, head } = body;
    const sector = sectorByPhrase(finder, view, body) ?? body.sector;
    return { kind: 'body', body: { ...body, sector }, span, head, inside: readingsInside(finder, view, span) };
  }
  const pattern = titleCase ? undefined : patternPlace(view, start, limit);
  if (known && !isWiderPlace(view, known, pattern)) return known;
  // The pattern takes in a noun that the finder leaves out: "Derna district".
  const place = proper?.kind === 'place' && !(pattern && pattern.end > proper.end) ? proper : pattern;
  if (!place) return undefined;
  const last = place.end - 1;
  const span = { start: place.start, end: place.end };
  const by = pattern ? 'pattern' : 'finder';
  return { kind: 'location', span, head: last, inside: readingsInside(finder, view, place), by };
}

/** "Kurdish [People's Protection Units]": an adjective before a name that is known. */
const hasKnownName = ({ index }: NameFinder, view: TextView, { span }: BodyName): boolean =>
  span.end - span.start > 3 &&
  matchesAt(index, view, span.start + 1, span.end).some(
    (m) => m.end === span.end && m.readings.some((r) => r.type === 'organization' && r.via === 'name'),
  );

/** "Aleppo province" is not Aleppo, "Aleppo city" is. */
const isWiderPlace = (view: TextView, known: Name, pattern: Span | undefined): boolean =>
  known.kind === 'known' &&
  known.reading.type === 'place' &&
  pattern?.end === known.span.end + 1 &&
  !(known.reading.record.kind === 'city' && view.lower[known.span.end] === 'city');

/** "[Central Bank] of Norland", "Derna [Self-Defence Forces]": several words of the name say more than its last one. */
function sectorByPhrase(finder: NameFinder, view: TextView, { span }: BodyName): string | undefined {
  const first = phrasesAt(finder.phrases, view, span.start, span.end).at(-1);
  const opening = first && view.lower[first.end] === 'of' ? first : undefined;
  const phrase = phraseEndingAt(finder.phrases, view, span.start, span.end) ?? opening;
  if (phrase && phrase.end - phrase.start > 1 && phrase.agent?.acts === 'body') return phrase.sector;
  // "Bank of Norland", as most central banks are called; commercial ones of that kind are known.
  const state =
    view.lower[span.start] === 'bank' ? matchesAt(finder.index, view, span.start + 2, span.end).at(-1) : undefined;
  return state?.end === span.end && state.readings.some((r) => r.type === 'country') ? 'GOV' : undefined;
}

/** A body by the pattern of its words, unless the words are somebody's name: "Chris Church". */
function patternBody(view: TextView, start: TokenIndex, limit: TokenIndex, titleCase: boolean): BodyName | undefined {
  const unit = titleCase ? undefined : unitNameAt(view, start, limit);
  const body = unit ?? bodyNameAt(view, start, limit, titleCase);
  return body && !personAt(view, body.head, true) ? body : undefined;
}

function patternPlace(view: TextView, start: TokenIndex, limit: TokenIndex): Span | undefined {
  const place = placeNameAt(view, start, limit);
  return place && !personAt(view, place.start, true) ? place : undefined;
}

/** The longest gazetteer name that context doesn't reject. */
function knownName(
  finder: NameFinder,
  view: TextView,
  start: TokenIndex,
  limit: TokenIndex,
  titleCase: boolean,
): Name | undefined {
  const matches = matchesAt(finder.index, view, start, limit);
  for (let k = matches.length - 1; k >= 0; k--) {
    const match = matches[k] as GazetteerMatch;
    const span = { start, end: match.end };
    const head = headOf(view, span);
    if (isInsidePerson(view, match) && !opensTitle(finder, view, match, limit)) continue;
    if (!titleCase && isPartOfPersonName(finder, view, match, limit)) continue;
    if (match.readings.some((r) => r.type === 'person') && goesOn(view, match)) continue;
    const decision = finder.arbiter.decide(view, span, match.readings);
    if (decision === 'word') continue;
    const surnames = match.readings.filter(
      (r) => r.type === 'person' && (r.via === 'surname' || view.pieces[start]?.length === span.end - start),
    );
    if (decision === 'person' || !decision) {
      if (surnames.length) return { kind: 'surname', span, head, readings: surnames };
      continue;
    }
    const { reading } = decision;
    if (reading.type === 'person' && (reading.via === 'surname' || isSingleWord(view, span))) {
      if (!looksLikeName(view, start) && !/^(VERB|AUX)$/.test(uposOf(view, match.end))) continue;
      return { kind: 'surname', span, head, readings: surnames.length ? surnames : [reading] };
    }
    const small = /^\p{Ll}/u.test(reading.alias);
    const bare = reading.via === 'name' && isSingleWord(view, span) && reading.type !== 'country' && !small;
    if (bare && !looksLikeName(view, start) && !(reading.type === 'organization' && hasVerb(view, start))) continue;
    if (isForeignBody(finder, view, span, reading) || isAdjective(finder, view, span, reading)) continue;
    if (reading.type === 'place' && !reading.record.actsFor && isTitled(finder, view, span)) continue;
    if (reading.type === 'country' && hasArticle(view, start)) continue;
    return { kind: 'known', span, head, ...decision };
  }
  return undefined;
}

/** "General [Herrera]": a place behind an office is somebody's name. */
function isTitled(finder: NameFinder, view: TextView, span: Span): boolean {
  const floor = Math.max(sentenceStart(view, span.start), span.start - 4);
  const title = isSingleWord(view, span) ? phraseEndingAt(finder.phrases, view, floor, span.start) : undefined;
  return title?.title !== undefined && isCapitalized(view.words[title.end - 1] ?? '') && !title.plural;
}

/** "al-[Sahrawi]", "al-[Sudani]": whoever is called after where he comes from. */
const hasArticle = (view: TextView, at: TokenIndex): boolean =>
  isHyphen(view.words[at - 1]) && /^(?:al|el|as|ash|at|az)$/.test(view.lower[at - 2] ?? '');

const isSingleWord = (view: TextView, span: Span): boolean =>
  span.end - span.start === 1 && (view.pieces[span.start]?.length ?? 0) === 1;

/** "[US] President Hale": the name says whose title follows, or is the person's own. */
const opensTitle = (finder: NameFinder, view: TextView, match: GazetteerMatch, limit: TokenIndex): boolean =>
  match.readings.some((r) => r.type === 'person') || phrasesAt(finder.phrases, view, match.end, limit).length > 0;

/** "Boeing sold …", "Shell will …": what a finite verb follows is no participle and no verb. */
const hasVerb = (view: TextView, at: TokenIndex): boolean => /^(?:VBD|VBN|VBZ|MD)$/.test(xposOf(view, at + 1));

/** A capital at the start of a sentence proves nothing: there the tagger must agree. */
function looksLikeName(view: TextView, at: TokenIndex): boolean {
  const tag = uposOf(view, at);
  const word = view.words[at] ?? '';
  if (isAllCaps(word) && word.length > 4) return true;
  if (at > sentenceStart(view, at)) return isCapitalized(word);
  // "AfD", "NLD", "M23": where words are not written in capitals, two of them or a number make an acronym.
  if (/^\p{Lu}.*[\p{Lu}\d]/u.test(word) && !view.shouted[view.sentenceAt[at] ?? 0]) return true;
  return tag === 'PROPN' || tag === 'X';
}

/** "Jordan Peterson", "Michael Jordan": a country or city that is somebody's first or last name. */
function isPartOfPersonName(finder: NameFinder, view: TextView, match: GazetteerMatch, limit: TokenIndex): boolean {
  const { start, end } = match;
  if (end - start > 1 || match.readings.some((r) => r.type === 'organization' || r.via === 'adjective')) return false;
  const { firstNames } = finder.index;
  const properAt = (i: TokenIndex): boolean =>
    /^NNPS?$/.test(xposOf(view, i)) && /^\p{Lu}\p{Ll}/u.test(view.words[i] ?? '');
  if (
    properAt(start - 1) &&
    firstNames.has(view.lower[start - 1] ?? '') &&
    !matchesAt(finder.index, view, start - 1, start).length
  )
    return true;
  if (match.readings.some((r) => r.type === 'person')) return false;
  if (!firstNames.has(view.lower[start] ?? '') || end >= limit || !properAt(end)) return false;
  return !matchesAt(finder.index, view, end, limit).length && !phrasesAt(finder.phrases, view, end, limit).length;
}

/** "Turkish Foreign Ministry" is the Turkish [foreign ministry], which the nominal reader knows; "Horn Relief Agency" is a name. */
function isOwnBody(finder: NameFinder, view: TextView, body: BodyName, known: Name | undefined): boolean {
  const { start, end } = body.span;
  let from = start;
  if (known?.kind === 'known' && known.reading.type === 'country') from = known.span.end;
  else if (known?.kind === 'known' && known.reading.type === 'organization' && known.span.end < end - 1)
    from = known.span.end;
  else if (known?.kind === 'known' && known.reading.type === 'place') from = known.span.end;
  if (from >= end) return false;
  const phrase =
    phraseEndingAt(finder.phrases, view, from, end) ??
    (body.head < end - 1 ? phrasesAt(finder.phrases, view, from, end).findLast((p) => p.end === end) : undefined);
  if (phrase?.start === from || isCommonPhrase(finder, view, body.span)) return false;
  // A pattern needs more than one word of its own; the finder knows better.
  if (view.doc.names && from === start && otherNameFrom(view, start, false)?.end === end)
    return !known || end - from > 1;
  return end - from > 1 || (from > start && !phrase);
}

/** "Federal Government of Norland" is Norland, "Foreign Ministers of Norland" are people. */
function isCommonPhrase(finder: NameFinder, view: TextView, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) {
    const phrase = phrasesAt(finder.phrases, view, i, end).at(-1);
    // "the Government Savings Fund" goes on.
    const complete = phrase && (phrase.end >= end || /^(?:of|for|in)$/.test(view.lower[phrase.end] ?? ''));
    if (complete && phrase.agent?.acts === 'country' && /(?:government|regime|authorities)$/.test(phrase.text))
      return true;
    if (phrase && i === start && isPersonPhrase(phrase) && /^(?:of|for)$/.test(view.lower[phrase.end] ?? ''))
      return true;
  }
  return false;
}

function readingsInside(finder: NameFinder, view: TextView, span: Span): readonly Reading[] {
  const out: Reading[] = [];
  for (let i = span.start; i < span.end; ) {
    const match = matchesAt(finder.index, view, i, span.end).at(-1);
    if (match) {
      const decision = finder.arbiter.decide(view, { start: i, end: match.end }, match.readings);
      if (typeof decision === 'object' && (decision.reading.type === 'country' || decision.reading.type === 'place'))
        out.push(decision.reading);
    }
    i = match ? match.end : i + 1;
  }
  return out;
}

/** The group's head where the name holds it; else the last word, or the word before "of". */
function headOf(view: TextView, span: Span): TokenIndex {
  const first = groupOf(view, span.start);
  if (first && first.head >= span.start && first.head < span.end) return first.head;
  for (let i = span.start + 1; i < span.end; i++) {
    if (view.lower[i] === 'of' && lemmaOf(view, i - 1)) return i - 1;
  }
  return span.end - 1;
}

/** True when "-backed", "-led" … follow: "US-backed rebels" are not the US. */
export function isHyphenModifier(view: TextView, span: Span): boolean {
  return (
    isHyphen(view.words[span.end]) &&
    /^(VERB|ADJ|NOUN)$/.test(uposOf(view, span.end + 1)) &&
    !isCapitalized(view.words[span.end + 1] ?? '')
  );
}
