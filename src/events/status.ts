import { NOWHERE } from '../base/nowhere.ts';
import type { FrameType, Knowledge, ModalEffect, ModalityWord, ReportingVerb } from '../knowledge/knowledge.ts';
import type { Governor, GroupIndex, Predicate, PredicateIndex } from '../syntax/clause.ts';
import type { UnquotedSpeech } from '../syntax/unquoted-speech.ts';
import {
  adverbsOf,
  applyAdverbs,
  applyPhrases,
  applyReportNoun,
  createHearsay,
  type Hearsay,
  keyOf,
  speakerOf,
} from './attribution.ts';
import {
  gerundEffect,
  goingTo,
  isDeclared,
  isHelpItself,
  isInsistedFact,
  isInverted,
  isLooseGerund,
  isNotUntil,
  isProtestItself,
  isRanked,
  isSaidThereby,
  isYetTo,
  nounTells,
  passiveWord,
} from './governed-clause.ts';
import { isPerformative } from './performative.ts';
import type { Reading } from './reading.ts';
import { apply, newTrail, raise, type Standing, type Trail, toStanding } from './trail.ts';

/** The words that change how an event stands, by the form in which they are looked up. */
export interface StatusLexicon {
  /** Clauses that a fired frame takes as its content ("agreed to [meet]"): predicate -> type of that frame. */
  readonly content: ReadonlyMap<PredicateIndex, FrameType>;
  readonly speechBefore: ReadonlyMap<Predicate, Predicate>;
  /** By sentence: speech that no quotation marks show. */
  readonly unquoted: ReadonlyMap<number, UnquotedSpeech>;
  /** Governing verbs and adjectives by lemma (with particle). */
  readonly governors: ReadonlyMap<string, readonly ModalityWord[]>;
  readonly modals: ReadonlyMap<string, ModalEffect>;
  readonly reporting: ReadonlyMap<string, ReportingVerb>;
  readonly hearsay: Hearsay;
}

/** The part of the lexicon that is the same for every text. */
export function createStatusLexicon(
  knowledge: Knowledge,
): Omit<StatusLexicon, 'content' | 'speechBefore' | 'unquoted'> {
  const governors = new Map<string, ModalityWord[]>();
  const modals = new Map<string, ModalEffect>();
  for (const word of knowledge.modality) {
    if (word.pos === 'm') modals.set(word.phrase, word.effect);
    const key = word.phrase.replace(/^be /, '');
    governors.set(key, [...(governors.get(key) ?? []), word]);
  }
  modals.set('be to', 'planned');
  const reporting = new Map(knowledge.reporting.map((r) => [r.phrase, r]));
  return { governors, modals, reporting, hearsay: createHearsay(knowledge) };
}

/** Depth of nesting that news sentences reach; a cycle in broken input stops here too. */
const MAX_DEPTH = 8;
const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest', 'until']);

/**
 * Standing of a predicate: its own modal and negation, then every clause that governs it (verbs of intention, of denial, of saying,
 * conditions), up to the main clause.
 */
export function standingOf(reading: Reading, index: PredicateIndex, lexicon: StatusLexicon): Standing {
  const trail = newTrail();
  climb(reading, index, lexicon, trail, 0);
  const sentence = reading.doc.sentences[reading.clauses.predicates[index]?.sentence ?? 0];
  const last = sentence ? reading.doc.tokens[sentence.end - 1]?.text : undefined;
  if (last === '?') apply(trail, '?', 'hypothetical', false);
  return toStanding(trail);
}

function climb(reading: Reading, index: PredicateIndex, lexicon: StatusLexicon, trail: Trail, depth: number): void {
  const p = reading.clauses.predicates[index];
  if (!p || depth > MAX_DEPTH) return;
  applyOwnWords(reading, p, lexicon, trail, depth === 0);
  applyNounOfClause(reading, index, lexicon, trail);
  const governor = effectiveGovernor(reading, p);
  if (!governor) {
    applyPhrases(reading, firstOf(reading, p), lexicon, trail);
    // "Saudi prince [to visit] Athens": the future of headlines; "put", "let" without "to" are pasts taken for infinitives.
    const hasTo = reading.doc.tokens[p.span.start]?.text.toLowerCase() === 'to';
    if (hasTo && p.form === 'infinitive' && p.subject && !p.modal) apply(trail, 'be to', 'planned', depth === 0);
    return;
  }
  const above = reading.clauses.predicates[governor.predicate];
  if (!above) return;
  if (isHelpItself(above, p)) {
    climb(reading, governor.predicate, lexicon, trail, depth + 1);
    return;
  }
  if (
    governor.relation === 'speech' ||
    governor.relation === 'complement' ||
    isLooseGerund(above, p, governor, lexicon.governors)
  ) {
    if (isPerformative(reading, above, p)) return;
    if (governor.marker === 'whether') apply(trail, 'whether', 'hypothetical', false);
    applyGovernor(reading, above, p, governor.marker, lexicon, trail);
    climb(reading, governor.predicate, lexicon, trail, depth + 1);
    return;
  }
  if (governor.marker === 'without') apply(trail, 'without', 'negated', false);
  if (governor.marker && CONDITIONS.has(governor.marker)) apply(trail, governor.marker, 'hypothetical', false);
  // "flew in to help the victims": a purpose, whatever becomes of it.
  const meant = isProtestItself(reading, above, p) || isSaidThereby(above, p);
  if (governor.relation === 'adverbial' && p.form === 'infinitive' && !meant)
    apply(trail, 'in order to', 'hypothetical', false);
  // "before it gives up its weapons": what comes after something else, told in the present, has not come.
  if (governor.marker === 'before' && p.tense === 'present') apply(trail, 'before', 'hypothetical', false);
  // A relative or adverbial clause is told for itself, but by the same speaker.
  const { modality, negations, steps } = trail;
  const known = steps.length;
  climb(reading, governor.predicate, lexicon, trail, depth + 1);
  Object.assign(trail, { modality, negations });
  steps.length = known;
}

/** What the words of a clause itself do: its negation, its modal and its adverbs. */
function applyOwnWords(reading: Reading, p: Predicate, lexicon: StatusLexicon, trail: Trail, own: boolean): void {
  if ((p.negated && !isNotUntil(reading, p)) || isNegatedList(reading, p) || isNobody(reading, p))
    apply(trail, 'not', 'negated', own);
  const modal = p.modal ? p : modalConjunct(reading, p);
  if (modal) applyModal(reading, modal, lexicon, trail, own);
  if (isInverted(reading, p)) apply(trail, 'had', 'hypothetical', own);
  const adverbs = adverbsOf(reading, p);
  for (const word of adverbs) {
    const effect = lexicon.hearsay.doubts.get(word);
    if (effect) apply(trail, word, effect, own);
  }
  applyAdverbs(adverbs, lexicon.hearsay, trail);
}

const NOBODY = new Set(['nobody', 'none', 'noone']);

/** "Nobody criticised Uganda", "None of them did". */
const isNobody = (reading: Reading, p: Predicate): boolean =>
  !p.negated && !!p.subject && NOBODY.has(reading.doc.tokens[p.subject.head]?.text.toLowerCase() ?? '');

/** The first of several coordinate clauses, over which a phrase of source stands for all. */
function firstOf(reading: Reading, p: Predicate): Predicate {
  let first = p;
  for (let i = 0; first.governor?.relation === 'coordinate' && i < MAX_DEPTH; i++) {
    const before = reading.clauses.predicates[first.governor.predicate];
    if (!before) break;
    first = before;
  }
  return first;
}

/** "are to withdraw and [to release]", "will visit and [meet]": the first conjunct says the modal for all. */
function modalConjunct(reading: Reading, p: Predicate): Predicate | undefined {
  const first = firstOf(reading, p);
  return first !== p && first.modal && p.form === 'infinitive' ? first : undefined;
}

/** "neither praised nor criticised", "did not attack or [bomb]". */
function isNegatedList(reading: Reading, p: Predicate): boolean {
  const before = reading.doc.tokens[p.span.start - 1]?.text.toLowerCase() ?? '';
  const first = p.governor?.relation === 'coordinate' ? reading.clauses.predicates[p.governor.predicate] : undefined;
  return before === 'neither' || before === 'nor' || (before === 'or' && !!first?.negated);
}

/** A coordinate clause stands under what its first conjunct stands under: "promised to end … and to release …". */
function effectiveGovernor(reading: Reading, p: Predicate): Governor | undefined {
  let governor = p.governor;
  for (let i = 0; governor?.relation === 'coordinate' && i < MAX_DEPTH; i++) {
    const first: Predicate | undefined = reading.clauses.predicates[governor.predicate];
    if (!first?.governor) return undefined;
    governor = first.governor;
  }
  return governor;
}

/** "had no intention of attacking", "rejected claims that …": the noun that takes the clause. */
function applyNounOfClause(reading: Reading, index: PredicateIndex, lexicon: StatusLexicon, trail: Trail): void {
  const group = reading.index.nounOver(index);
  const head = reading.doc.groups[group ?? NOWHERE]?.head;
  if (group === undefined || head === undefined) return;
  const shapes = new Set(reading.clauses.nouns[group]?.complements.map((c) => c.form));
  if (shapes.has('that')) applyReportNoun(reading, group, lexicon.hearsay, trail);
  const word = (lexicon.governors.get(reading.lemma(head)) ?? []).find(
    (m) => m.pos === 'n' && m.takes.some((t) => shapes.has(t as 'to')),
  );
  if (!word) return;
  apply(trail, word.phrase, word.effect, false);
  if (startsWithNo(reading, group)) apply(trail, 'no', 'negated', false);
}

function applyModal(reading: Reading, p: Predicate, lexicon: StatusLexicon, trail: Trail, own: boolean): void {
  const effect = lexicon.modals.get(p.modal ?? '') ?? 'hypothetical';
  const above = p.governor ? reading.clauses.predicates[p.governor.predicate] : undefined;
  // "said it would visit" is the past form of "it will visit".
  const reportedFuture =
    p.modal === 'would' && !!above && (lexicon.reporting.has(above.lemma) || isVow(above, lexicon));
  if (effect === 'planned' || reportedFuture) apply(trail, p.modal ?? '', 'planned', own);
  else if (effect !== 'implicative') apply(trail, p.modal ?? '', 'hypothetical', own);
  // "said it would sell gas if …": a promise with a condition is a promise.
  const promised = reportedFuture && p.subject !== undefined && reading.doc.morphology[p.subject.head]?.upos === 'PRON';
  if (own && p.modal === 'would' && !promised && hasCondition(reading, p)) apply(trail, 'if', 'hypothetical', own);
}

/** "swore it would fight on", "vowed that it would leave". */
const isVow = ({ lemma }: Predicate, { governors }: StatusLexicon): boolean =>
  governors.get(lemma)?.some((w) => w.effect === 'planned' && w.takes.includes('that')) ?? false;

/** "would not sell gas [if the price fell]" */
function hasCondition(reading: Reading, p: Predicate): boolean {
  const index = reading.index.indexOf(p);
  return reading.index
    .predicatesIn(p.sentence)
    .some(
      (c) =>
        c.governor?.predicate === index && CONDITIONS.has(c.governor.marker ?? '') && c.governor.marker !== 'until',
    );
}

/** What a frame says about the clause that it takes: promised, asked for, refused, threatened or alleged is not done. */
const CONTENT_EFFECT: Partial<Record<FrameType, ModalEffect | 'alleged'>> = {
  AGREE: 'planned',
  REQUEST: 'hypothetical',
  THREATEN: 'hypothetical',
  REJECT: 'negated',
  ACCUSE: 'alleged',
};

/** A verb that governs the event's clause: of saying, intending, denying, causing. */
function applyGovernor(
  reading: Reading,
  above: Predicate,
  p: Predicate,
  marker: string | undefined,
  lexicon: StatusLexicon,
  trail: Trail,
): void {
  if (isSaidThereby(above, p)) return;
  const shape = p.form === 'infinitive' ? 'to' : p.form === 'gerund' ? 'ing' : 'that';
  const reporting = lexicon.reporting.get(keyOf(above)) ?? lexicon.reporting.get(above.lemma);
  const governors =
    lexicon.governors.get(`${keyOf(above)} ${marker}`) ??
    lexicon.governors.get(keyOf(above)) ??
    (shape === 'to' ? goingTo(reading, above, p, lexicon.governors) : []);
  const takes = (w: ModalityWord): boolean => w.takes.includes(shape) && !isInsistedFact(reading, above, p);
  const modality = passiveWord(reading, above, p, lexicon.governors)?.find(takes) ?? governors.find(takes);
  const type = lexicon.content.get(reading.index.indexOf(p)) ?? 'NONE';
  const content = CONTENT_EFFECT[type];
  // "is said to have attacked".
  const hearsay = shape === 'to' && above.voice === 'passive' && !reporting?.hearer && !modality;
  const told = reporting && (shape === 'that' || hearsay || reporting.takes.includes(shape)) ? reporting : undefined;
  if (told) applyReport(reading, above, told, lexicon, trail);
  else if (content === 'alleged')
    applyReport(reading, above, { phrase: above.lemma, class: 'doubtful', takes: [], hearer: false }, lexicon, trail);
  // "ordered the army to leave": what is asked of others is not decided by them.
  if (modality?.effect === 'planned' && type === 'REQUEST') apply(trail, modality.phrase, 'hypothetical', false);
  else if (modality && !(reporting?.class === 'denying' && modality.effect === 'negated'))
    apply(trail, modality.phrase, modality.effect, false);
  else if (!modality && content && content !== 'alleged') apply(trail, keyOf(above), content, false);
  else if (shape === 'to' && isYetTo(reading, p)) apply(trail, 'yet', 'negated', false);
  // What no word of will or saying governs is a purpose: "flew to Oslo to meet".
  else if (!told && shape === 'to') {
    const done = isRanked(reading, above, p) || isProtestItself(reading, above, p);
    if (!done && !isDeclared(reading, above, p, lexicon.governors)) apply(trail, 'in order to', 'hypothetical', false);
  } else if (!told && shape === 'ing' && content === undefined && !nounTells(reading, p, lexicon.governors)) {
    const effect = gerundEffect(above.lemma, marker);
    if (effect) apply(trail, `${keyOf(above)} ${marker}`, effect, false);
  }
}

function applyReport(
  reading: Reading,
  above: Predicate,
  verb: ReportingVerb,
  lexicon: StatusLexicon,
  trail: Trail,
): void {
  if (verb.class === 'denying') apply(trail, verb.phrase, 'negated', false);
  if (verb.class === 'directive') apply(trail, verb.phrase, 'hypothetical', false);
  // "neither confirmed nor denied", "did not say that": nothing is said of it either way; the verb's own negation is counted later.
  if (above.negated || isNegatedList(reading, above)) {
    raise(trail, 'hypothetical');
    trail.negations += verb.class === 'denying' ? 0 : 1;
  }
  trail.attribution ??= speakerOf(reading, above, verb.phrase, lexicon);
}

/** "no talks", "neither side". */
export const startsWithNo = (reading: Reading, group: GroupIndex): boolean => {
  const g = reading.doc.groups[group];
  return !!g && ['no', 'neither'].includes(reading.doc.tokens[g.start]?.text.toLowerCase() ?? '');
};
