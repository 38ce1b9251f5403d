import type { Knowledge, ModalEffect, ModalityWord, ReportingVerb } from '../knowledge/knowledge.ts';
import type { Attribution, EventTypeCode, Modality, Status } from '../model/event.ts';
import type { Governor, GroupIndex, Predicate, PredicateIndex } from '../syntax/clause.ts';
import { type Participant, participantsOf, type Reading } from './reading.ts';

/** A word that changed how an event stands, innermost first: "will", "not", "refuse". */
export interface StandingStep {
  readonly word: string;
  readonly effect: ModalEffect;
  /** The word stands in the event's own clause ("will not lift"), not over it ("refused to lift"). */
  readonly own: boolean;
}

/** How an event stands in the text, and by which words. */
export interface Standing {
  readonly modality: Modality;
  readonly negated: boolean;
  readonly attribution?: Attribution;
  readonly steps: readonly StandingStep[];
}

/** The words that change how an event stands, by the form in which they are looked up. */
export interface StatusLexicon {
  /** Clauses that a fired frame takes as its content ("agreed to [meet]"): predicate -> type of that frame. */
  readonly content: ReadonlyMap<PredicateIndex, EventTypeCode | 'NONE'>;
  readonly speechBefore: ReadonlyMap<Predicate, Predicate>;
  /** Governing verbs and adjectives by lemma (with particle). */
  readonly governors: ReadonlyMap<string, readonly ModalityWord[]>;
  readonly modals: ReadonlyMap<string, ModalEffect>;
  readonly reporting: ReadonlyMap<string, ReportingVerb>;
}

/** The part of the lexicon that is the same for every text. */
export function createStatusLexicon(knowledge: Knowledge): Omit<StatusLexicon, 'content' | 'speechBefore'> {
  const governors = new Map<string, ModalityWord[]>();
  const modals = new Map<string, ModalEffect>();
  for (const word of knowledge.modality) {
    if (word.pos === 'm') modals.set(word.phrase, word.effect);
    const key = word.phrase.replace(/^be /, '');
    governors.set(key, [...(governors.get(key) ?? []), word]);
  }
  modals.set('be to', 'planned');
  return { governors, modals, reporting: new Map(knowledge.reporting.map((r) => [r.phrase, r])) };
}

/** What was found on the way from the event up to the main clause. */
export interface Trail {
  modality: Modality;
  negations: number;
  attribution?: Attribution;
  readonly steps: StandingStep[];
}

/** Nothing found yet. */
export const newTrail = (modality: Modality = 'asserted', negations = 0): Trail => ({ modality, negations, steps: [] });

const RANK: Readonly<Record<Modality, number>> = { asserted: 0, planned: 1, hypothetical: 2 };
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

/** What a trail comes to. */
export const toStanding = (trail: Trail): Standing => ({
  modality: trail.modality,
  negated: trail.negations % 2 === 1,
  ...(trail.attribution ? { attribution: trail.attribution } : {}),
  steps: trail.steps,
});

/** Adds what one word does to the event. */
export function apply(trail: Trail, word: string, effect: ModalEffect, own: boolean): void {
  trail.steps.push({ word, effect, own });
  if (effect === 'planned' || effect === 'hypothetical') raise(trail, effect);
  else if (effect === 'negated' || effect === 'ended') trail.negations++;
}

const raise = (trail: Trail, modality: Modality): void => {
  if (RANK[modality] > RANK[trail.modality]) trail.modality = modality;
};

function climb(reading: Reading, index: PredicateIndex, lexicon: StatusLexicon, trail: Trail, depth: number): void {
  const p = reading.clauses.predicates[index];
  if (!p || depth > MAX_DEPTH) return;
  if (p.negated || isNegatedList(reading, p)) apply(trail, 'not', 'negated', depth === 0);
  const modal = p.modal ? p : modalConjunct(reading, p);
  if (modal) applyModal(reading, modal, lexicon, trail, depth === 0);
  applyNounOfClause(reading, index, lexicon, trail);
  const governor = effectiveGovernor(reading, p);
  if (!governor) {
    applyPhrases(reading, p, lexicon, trail);
    return;
  }
  const above = reading.clauses.predicates[governor.predicate];
  if (!above) return;
  if (governor.marker === 'without') apply(trail, 'without', 'negated', false);
  if (governor.relation === 'speech' || governor.relation === 'complement') {
    applyGovernor(reading, above, p, lexicon, trail);
    climb(reading, governor.predicate, lexicon, trail, depth + 1);
    return;
  }
  if (governor.marker && CONDITIONS.has(governor.marker)) apply(trail, governor.marker, 'hypothetical', false);
  // "flew in to help the victims": a purpose, whatever becomes of it.
  if (governor.relation === 'adverbial' && p.form === 'infinitive') apply(trail, 'in order to', 'hypothetical', false);
  // "before it gives up its weapons": what comes after something else, told in the present, has not come.
  if (governor.marker === 'before' && p.tense === 'present') apply(trail, 'before', 'hypothetical', false);
  // A relative or adverbial clause is told for itself, but by the same speaker.
  const { modality, negations, steps } = trail;
  const known = steps.length;
  climb(reading, governor.predicate, lexicon, trail, depth + 1);
  Object.assign(trail, { modality, negations });
  steps.length = known;
}

/** "are to withdraw and [to release]", "will visit and [meet]": the first conjunct says the modal for all. */
function modalConjunct(reading: Reading, p: Predicate): Predicate | undefined {
  let first: Predicate | undefined = p;
  for (let i = 0; first?.governor?.relation === 'coordinate' && i < MAX_DEPTH; i++)
    first = reading.clauses.predicates[first.governor.predicate];
  return first !== p && first?.modal && p.form === 'infinitive' ? first : undefined;
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
  const head = reading.doc.groups[group ?? -1]?.head;
  if (group === undefined || head === undefined) return;
  const shapes = new Set(reading.clauses.nouns[group]?.complements.map((c) => c.form));
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
  const reportedFuture = p.modal === 'would' && !!above && lexicon.reporting.has(above.lemma);
  if (effect === 'planned' || reportedFuture) apply(trail, p.modal ?? '', 'planned', own);
  else if (effect !== 'implicative') apply(trail, p.modal ?? '', 'hypothetical', own);
}

/** What a frame says about the clause that it takes: promised, asked for, refused, threatened or alleged is not done. */
const CONTENT_EFFECT: Partial<Record<EventTypeCode | 'NONE', ModalEffect | 'alleged'>> = {
  AGREE: 'planned',
  REQUEST: 'hypothetical',
  THREATEN: 'hypothetical',
  REJECT: 'negated',
  ACCUSE: 'alleged',
};

/** The verb as the lexicon lists it: with its particle ("call for"). */
export const keyOf = (p: Predicate): string => (p.particle ? `${p.lemma} ${p.particle}` : p.lemma);

/** A verb that governs the event's clause: of saying, intending, denying, causing. */
function applyGovernor(reading: Reading, above: Predicate, p: Predicate, lexicon: StatusLexicon, trail: Trail): void {
  const shape = p.form === 'infinitive' ? 'to' : p.form === 'gerund' ? 'ing' : 'that';
  const reporting = lexicon.reporting.get(keyOf(above)) ?? lexicon.reporting.get(above.lemma);
  const modality = (lexicon.governors.get(keyOf(above)) ?? []).find((w) => w.takes.includes(shape));
  const content = CONTENT_EFFECT[lexicon.content.get(reading.index.indexOf(p)) ?? 'NONE'];
  // "is said to have attacked".
  const hearsay = shape === 'to' && above.voice === 'passive' && !reporting?.hearer && !modality;
  if (reporting && (shape === 'that' || hearsay || reporting.takes.includes(shape)))
    applyReport(reading, above, reporting, trail);
  else if (content === 'alleged')
    applyReport(reading, above, { phrase: above.lemma, class: 'doubtful', takes: [], hearer: false }, trail);
  if (modality && !(reporting?.class === 'denying' && modality.effect === 'negated'))
    apply(trail, modality.phrase, modality.effect, false);
  else if (!modality && content && content !== 'alleged') apply(trail, keyOf(above), content, false);
  else if (!reporting && shape === 'to') apply(trail, keyOf(above), 'planned', false);
}

function applyReport(reading: Reading, above: Predicate, verb: ReportingVerb, trail: Trail): void {
  if (verb.class === 'denying') apply(trail, verb.phrase, 'negated', false);
  if (verb.class === 'directive') apply(trail, verb.phrase, 'hypothetical', false);
  // "neither confirmed nor denied", "did not say that": nothing is said of it either way; the verb's own negation is counted later.
  if (above.negated || isNegatedList(reading, above)) {
    raise(trail, 'hypothetical');
    trail.negations += verb.class === 'denying' ? 0 : 1;
  }
  if (trail.attribution) return;
  const speaker =
    above.voice === 'passive' ? above.obliques.find((o) => o.preposition === 'by')?.phrase : above.subject;
  const found = speaker ? participantsOf(reading, speaker)[0] : undefined;
  trail.attribution = attribution(reading, found, speaker?.span, verb.phrase);
}

/** Who said it, and by which verb; the words of the phrase stand for a speaker who is no entity. */
function attribution(
  reading: Reading,
  speaker: Participant | undefined,
  span: { start: number; end: number } | undefined,
  verb: string,
): Attribution {
  const words = speaker?.span ?? span;
  const first = words ? reading.doc.tokens[words.start] : undefined;
  const last = words ? reading.doc.tokens[words.end - 1] : undefined;
  const entity = speaker?.entities[0];
  return {
    text: first && last ? reading.doc.article.text.slice(first.start, last.end) : '',
    verb,
    ...(entity ? { speaker: entity } : {}),
    ...(speaker?.mention ? { mention: speaker.mention.id } : {}),
  };
}

/** How far back the speaker of a quotation that names none is looked for, in paragraphs. */
const SPEAKER_REACH = 2;

/** "According to Tanjug, …"; a quoted sentence without a verb of saying continues the last speaker's words. */
function applyPhrases(reading: Reading, p: Predicate, lexicon: StatusLexicon, trail: Trail): void {
  if (p.quoted && !trail.attribution) continueSpeech(reading, p, lexicon, trail);
  const source = p.obliques.find((o) => o.preposition === 'according to');
  if (!source || trail.attribution) return;
  trail.attribution = attribution(
    reading,
    participantsOf(reading, source.phrase)[0],
    source.phrase.span,
    'according to',
  );
}

function continueSpeech(reading: Reading, p: Predicate, lexicon: StatusLexicon, trail: Trail): void {
  const paragraph = (x: Predicate): number => reading.doc.sentences[x.sentence]?.paragraph ?? 0;
  const before = lexicon.speechBefore.get(p);
  const verb = before && lexicon.reporting.get(keyOf(before));
  if (!verb || !before.subject || paragraph(p) - paragraph(before) > SPEAKER_REACH) return;
  const speaker = participantsOf(reading, before.subject)[0];
  trail.attribution = attribution(reading, speaker, before.subject.span, verb.phrase);
}

/** The last predicate before each quoted one that says who says something. */
export function findSpeeches(
  predicates: readonly Predicate[],
  reporting: StatusLexicon['reporting'],
): StatusLexicon['speechBefore'] {
  const found = new Map<Predicate, Predicate>();
  let last: Predicate | undefined;
  for (const p of predicates) {
    if (last && p.quoted) found.set(p, last);
    if (!p.quoted && p.subject && !p.negated && reporting.get(keyOf(p))?.takes.includes('quote')) last = p;
  }
  return found;
}

/** "no talks", "neither side". */
export const startsWithNo = (reading: Reading, group: GroupIndex): boolean => {
  const g = reading.doc.groups[group];
  return !!g && ['no', 'neither'].includes(reading.doc.tokens[g.start]?.text.toLowerCase() ?? '');
};

/** One word for how the event is drawn; the strongest reason to doubt it wins. */
export function toStatus(standing: Standing): Status {
  if (standing.negated) return 'negated';
  if (standing.modality !== 'asserted') return standing.modality;
  return standing.attribution ? 'reported' : 'asserted';
}
