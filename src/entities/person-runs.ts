import { isAllCaps, isCapitalized } from '../base/fold-name.ts';
import type { PersonRecord } from '../knowledge/knowledge.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import { type FindContext, nameCovering } from './context.ts';
import type { Reading } from './gazetteer-index.ts';
import { isNoName, isOtherThanPerson, personAt } from './name-evidence.ts';
import { isPersonPhrase, type OfficeReading, titleBefore } from './offices.ts';
import { bodyWord } from './organization-patterns.ts';
import { phraseEndingAt, phrasesAt } from './phrases.ts';
import { groupOf, isHyphen, uposOf, xposOf } from './text-view.ts';

/** A stretch of capitalised words that may be a person's name, titles taken off. */
export interface PersonRun {
  readonly span: Span;
  readonly head: TokenIndex;
  /** Words without particles and hyphens; "Al-Assad" counts once. */
  readonly wordCount: number;
  readonly title?: OfficeReading;
  /** The gazetteer's person, when the full name stands there. */
  readonly known?: PersonRecord;
  /** Readings as a surname only. */
  readonly surnames: readonly Reading[];
  readonly confidence: number;
  /** In a headline, where capitals say nothing. */
  readonly titleCase: boolean;
}

const PARTICLES = new Set(
  'de da di du dos das del della der den van von bin ibn ben bint al el la le ould abu abd ter ten zu'.split(' '),
);
const NO_NAMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'western eastern northern southern islamic muslim christian jewish arab kurdish european african asian american god internet i'
  ).split(' '),
);

export function findPersonRuns(ctx: FindContext): readonly PersonRun[] {
  const runs: PersonRun[] = [];
  ctx.view.doc.sentences.forEach((sentence, index) => {
    const titleCase = ctx.view.titled[index] ?? false;
    for (let i = sentence.start; i < sentence.end; ) {
      const run = runAt(ctx, i, sentence.end, titleCase);
      if (run.found) runs.push(run.found);
      i = Math.max(run.next, i + 1);
    }
  });
  return runs;
}

/** The run that begins at `start`, if one does, and where to look on. */
function runAt(
  ctx: FindContext,
  start: TokenIndex,
  limit: TokenIndex,
  titleCase: boolean,
): { found?: PersonRun; next: TokenIndex } {
  const name = nameCovering(ctx, start);
  if (name?.kind === 'known' && name.reading.type === 'person') {
    return {
      found: knownRun(ctx, name.span, name.head, name.reading.record, name.confidence, titleCase),
      next: name.span.end,
    };
  }
  if (!isNameWord(ctx, start)) return { next: start + 1 };
  const title = skipTitles(ctx, start, limit);
  if (title.alone) return { next: title.end };
  const end = runEnd(ctx, title.end, limit);
  const from = afterInnerTitle(ctx, title.end, end);
  if (isOfficeNoun(ctx, from, end)) return { next: end };
  if (isBodyNoun(ctx, from, end) && !personAt(ctx.view, end - 1, true)) return { next: end };
  const known = titleCase ? undefined : moreOfKnown(ctx, from, end);
  if (known) return { found: known, next: known.span.end };
  const span = nameWithin(ctx, { start: from, end });
  const elsewhere = ctx.view.lower[span.start - 1] === 'near' || isOtherThanPerson(ctx.view, span);
  if (elsewhere && !titleBefore(ctx, span.start)) return { next: end };
  return { found: newRun(ctx, span.start, span.end, titleCase), next: end };
}

/** "[Mohammad] Hassan …": one more first name before the name under which the gazetteer has somebody. */
function moreOfKnown(ctx: FindContext, start: TokenIndex, end: TokenIndex): PersonRun | undefined {
  const name = nameCovering(ctx, end);
  if (end - start !== 1 || name?.kind !== 'known' || name.reading.type !== 'person' || name.span.start !== end)
    return undefined;
  if (!ctx.finder.index.firstNames.has(ctx.view.lower[start] ?? '') && personAt(ctx.view, start)?.end !== name.span.end)
    return undefined;
  return knownRun(ctx, { start, end: name.span.end }, name.head, name.reading.record, name.confidence, false);
}

/** Titles in capitals are part of the run of words, not of the name. `alone`: no name of the run's own follows. */
function skipTitles(ctx: FindContext, start: TokenIndex, limit: TokenIndex): { end: TokenIndex; alone: boolean } {
  let from = start;
  for (;;) {
    const title = phrasesAt(ctx.finder.phrases, ctx.view, from, limit).findLast((p) => isPersonPhrase(p));
    if (!title || nameCovering(ctx, from)) return { end: from, alone: false };
    if (title.end >= limit || !isNameWord(ctx, title.end)) {
      // Nothing but a title, or a title before a name that the gazetteer knows; "General Wang King" keeps its last word.
      const alone = from === start || !isNameWord(ctx, title.end - 1) || isNoName(ctx.view, title.end - 1);
      return { end: alone ? title.end : from, alone };
    }
    from = title.end;
  }
}

/** The borders that the finder of names sees inside a run of capitalised words. */
function nameWithin(ctx: FindContext, run: Span): Span {
  const name = personAt(ctx.view, run.end - 1);
  return name && name.start >= run.start && name.end === run.end ? { start: name.start, end: run.end } : run;
}

/** A name that the gazetteer does not know as a whole. @param from its first word without particles before it */
function newRun(ctx: FindContext, from: TokenIndex, end: TokenIndex, titleCase: boolean): PersonRun {
  const first = withParticleBefore(ctx, from);
  const span = { start: first, end };
  const surname = nameCovering(ctx, end - 1);
  const title = titleBefore(ctx, first);
  return {
    span,
    head: headOf(ctx, span),
    wordCount: countWords(ctx, span),
    surnames: surname?.kind === 'surname' && surname.span.start <= from ? surname.readings : [],
    confidence: 0.7,
    titleCase,
    ...(title ? { title } : {}),
  };
}

function knownRun(
  ctx: FindContext,
  span: Span,
  head: TokenIndex,
  known: PersonRecord,
  confidence: number,
  titleCase: boolean,
): PersonRun {
  const title = titleBefore(ctx, span.start);
  return { span, head, known, confidence, titleCase, wordCount: 2, surnames: [], ...(title ? { title } : {}) };
}

/** A capitalised word that the tagger calls a proper noun and that no other name covers. */
function isNameWord(ctx: FindContext, i: TokenIndex): boolean {
  const { view } = ctx;
  const word = view.words[i] ?? '';
  if (!isCapitalized(word) || !/\p{L}/u.test(word)) return false;
  if (NO_NAMES.has(view.lower[i] ?? '') && !isMonthName(ctx, i)) return false;
  const name = nameCovering(ctx, i);
  if (name) return name.kind === 'surname';
  const tag = xposOf(view, i);
  if (tag !== 'NNP' && !(tag === 'NNPS' || uposOf(view, i) === 'PROPN')) return false;
  return !(
    isAllCaps(word) &&
    word.length > 1 &&
    word.length < 7 &&
    !word.includes('.') &&
    !view.shouted[view.sentenceAt[i] ?? 0]
  );
}

/** "Infrastructure Minister [X]": a title inside the run, when its words don't begin with a first name. */
function afterInnerTitle(ctx: FindContext, start: TokenIndex, end: TokenIndex): TokenIndex {
  if (ctx.finder.index.firstNames.has(ctx.view.lower[start] ?? '')) return start;
  let from = start;
  for (let i = start + 1; i < end - 1; i++) {
    const title = phrasesAt(ctx.finder.phrases, ctx.view, i, end).findLast((p) => p.end < end && isPersonPhrase(p));
    if (title && /^(minister|official|envoy|military|head-of-government)$/.test(title.title?.rank ?? ''))
      from = title.end;
  }
  return from;
}

/** Last words of what is no person's name, however it is capitalised. */
const THINGS =
  /(?:ity|ism|tion|cracy|cratic|ology)$|^(?:affairs|defence|defense|security|branch|trade|states|accords?|relations|rights|republic|islands?)$/;

/** "Foreign Ministry", "National Guard", "General": capitals don't make a person of a body or an office. */
const isBodyNoun = (ctx: FindContext, start: TokenIndex, end: TokenIndex): boolean =>
  THINGS.test(ctx.view.lower[end - 1] ?? '') ||
  bodyWord(ctx.view.lower[end - 1] ?? '') !== undefined ||
  (phraseEndingAt(ctx.finder.phrases, ctx.view, start, end)?.agent?.acts ?? 'person') !== 'person';

/** "[Foreign Office Minister], X": an office and no name, unless a first name begins it. */
const isOfficeNoun = (ctx: FindContext, start: TokenIndex, end: TokenIndex): boolean =>
  end - start > 1 &&
  !ctx.finder.index.firstNames.has(ctx.view.lower[start] ?? '') &&
  /^(?:minister|envoy|official|head-of-government)$/.test(
    phraseEndingAt(ctx.finder.phrases, ctx.view, start, end)?.title?.rank ?? '',
  );

/** "May said", "May's": a month that does something is a person. */
const isMonthName = (ctx: FindContext, i: TokenIndex): boolean =>
  /^(march|april|may|june|august)$/.test(ctx.view.lower[i] ?? '') &&
  (/^VB[DZ]$/.test(xposOf(ctx.view, i + 1)) || /^['’]s$/.test(ctx.view.words[i + 1] ?? '')) &&
  !/^(in|last|next|this|since|until|by|of|early|late)$/.test(ctx.view.lower[i - 1] ?? '');

function runEnd(ctx: FindContext, start: TokenIndex, limit: TokenIndex): TokenIndex {
  const { view } = ctx;
  let end = start + 1;
  while (end < limit) {
    const particles = particlesAt(ctx, end, limit);
    if (isNameWord(ctx, end)) end++;
    else if (particles > 0) end += particles + 1;
    else if (view.words[end] === '.' && (view.words[end - 1] ?? '').length === 1 && isNameWord(ctx, end + 1)) end++;
    else break;
  }
  return end;
}

/** How many words a name goes over before its next part: "[van der] Pas", "[al-] Assad", "[-] Zubair"; 0 where none follows. */
function particlesAt(ctx: FindContext, at: TokenIndex, limit: TokenIndex): number {
  const { view } = ctx;
  const isParticle = (i: TokenIndex): boolean => PARTICLES.has(view.lower[i] ?? '');
  let i = at;
  if (isHyphen(view.words[i])) i++;
  else {
    while (i < at + 3 && isParticle(i)) i++;
    if (i > at && isHyphen(view.words[i])) return i + 1 < limit && isNameWord(ctx, i + 1) ? i + 1 - at : 0;
  }
  return i > at && i < limit && continues(ctx, i) ? i - at : 0;
}

const continues = (ctx: FindContext, i: TokenIndex): boolean =>
  isNameWord(ctx, i) || (isHyphen(ctx.view.words[i - 1]) && uposOf(ctx.view, i) === 'PROPN' && !nameCovering(ctx, i));

/** "[al-]Nusra": a particle with its hyphen before the first capital. */
function withParticleBefore(ctx: FindContext, start: TokenIndex): TokenIndex {
  const { view } = ctx;
  if (isHyphen(view.words[start - 1]) && /^(al|el|ul|as|ar|at|an)$/.test(view.lower[start - 2] ?? '')) return start - 2;
  return PARTICLES.has(view.lower[start - 1] ?? '') &&
    /^(de|von|van|bin|ibn|abu|al|el)$/.test(view.lower[start - 1] ?? '') &&
    uposOf(view, start - 1) !== 'ADP'
    ? start - 1
    : start;
}

function headOf(ctx: FindContext, span: Span): TokenIndex {
  const group = groupOf(ctx.view, span.end - 1);
  return group && group.head >= span.start && group.head < span.end ? group.head : span.end - 1;
}

function countWords(ctx: FindContext, span: Span): number {
  let count = 0;
  for (let i = span.start; i < span.end; i++) {
    const word = ctx.view.words[i] ?? '';
    if (isHyphen(word)) count--;
    else if (!PARTICLES.has(word.toLowerCase()) && /\p{L}/u.test(word)) count++;
    else if (PARTICLES.has(word.toLowerCase()) && isHyphen(ctx.view.words[i + 1])) count++;
  }
  return Math.max(count, 1);
}
