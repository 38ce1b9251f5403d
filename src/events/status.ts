import type { Knowledge, ModalEffect, ModalityWord, ReportingVerb } from '../knowledge/knowledge.ts';
import type { Attribution, EventTypeCode, Modality, Status } from '../model/event.ts';
import type { Governor, GroupIndex, Predicate, PredicateIndex } from '../syntax/clause.ts';
import { type Participant, participantsOf, type Reading } from './reading.ts';

/** How an event stands in the text. */
export interface Standing {
  readonly modality: Modality;
  readonly negated: boolean;
  readonly attribution?: Attribution;
}

export interface StatusLexicon {
  /** Clauses that a fired frame takes as its content ("agreed to [meet]"): predicate -> type of that frame. */
  readonly content: ReadonlyMap<PredicateIndex, EventTypeCode | 'NONE'>;
  /** Governing verbs and adjectives by lemma (with particle). */
  readonly governors: ReadonlyMap<string, readonly ModalityWord[]>;
  readonly modals: ReadonlyMap<string, ModalEffect>;
  readonly reporting: ReadonlyMap<string, ReportingVerb>;
}

export function createStatusLexicon(knowledge: Knowledge): Omit<StatusLexicon, 'content'> {
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
interface Trail {
  modality: Modality;
  negations: number;
  attribution?: Attribution;
}

const RANK: Readonly<Record<Modality, number>> = { asserted: 0, planned: 1, hypothetical: 2 };
/** Depth of nesting that news sentences reach; a cycle in broken input stops here too. */
const MAX_DEPTH = 8;
const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest', 'until']);

/**
 * Standing of a predicate: its own modal and negation, then every clause that governs it (verbs of intention, of denial, of saying,
 * conditions), up to the main clause.
 */
export function standingOf(reading: Reading, index: PredicateIndex, lexicon: StatusLexicon): Standing {
  const trail: Trail = { modality: 'asserted', negations: 0 };
  climb(reading, index, lexicon, trail, 0);
  const sentence = reading.doc.sentences[reading.clauses.predicates[index]?.sentence ?? 0];
  const last = sentence ? reading.doc.tokens[sentence.end - 1]?.text : undefined;
  if (last === '?') raise(trail, 'hypothetical');
  return {
    modality: trail.modality,
    negated: trail.negations % 2 === 1,
    ...(trail.attribution ? { attribution: trail.attribution } : {}),
  };
}

const raise = (trail: Trail, modality: Modality): void => {
  if (RANK[modality] > RANK[trail.modality]) trail.modality = modality;
};

function climb(reading: Reading, index: PredicateIndex, lexicon: StatusLexicon, trail: Trail, depth: number): void {
  const p = reading.clauses.predicates[index];
  if (!p || depth > MAX_DEPTH) return;
  if (p.negated || isNegatedList(reading, p)) trail.negations++;
  const modal = p.modal ? p : modalConjunct(reading, p);
  if (modal) applyModal(reading, modal, lexicon, trail);
  applyNounOfClause(reading, index, lexicon, trail);
  const governor = effectiveGovernor(reading, p);
  if (!governor) {
    applyPhrases(reading, p, lexicon, trail);
    return;
  }
  const above = reading.clauses.predicates[governor.predicate];
  if (!above) return;
  if (governor.marker === 'without') trail.negations++;
  if (governor.relation === 'speech' || governor.relation === 'complement') {
    applyGovernor(reading, above, p, lexicon, trail);
    climb(reading, governor.predicate, lexicon, trail, depth + 1);
    return;
  }
  if (governor.marker && CONDITIONS.has(governor.marker)) raise(trail, 'hypothetical');
  // "before it gives up its weapons": what comes after something else, told in the present, has not come.
  if (governor.marker === 'before' && p.tense === 'present') raise(trail, 'hypothetical');
  // A relative or adverbial clause is told for itself, but by the same speaker.
  const before = { modality: trail.modality, negations: trail.negations };
  climb(reading, governor.predicate, lexicon, trail, depth + 1);
  trail.modality = before.modality;
  trail.negations = before.negations;
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
  const group = reading.clauses.nouns.findLastIndex((n) => n.complements.some((c) => c.predicate === index));
  const head = reading.doc.groups[group]?.head;
  if (head === undefined) return;
  const shapes = new Set(reading.clauses.nouns[group]?.complements.map((c) => c.form));
  const word = (lexicon.governors.get(reading.lemma(head)) ?? []).find(
    (m) => m.pos === 'n' && m.takes.some((t) => shapes.has(t as 'to')),
  );
  if (!word) return;
  applyEffect(word.effect, trail);
  if (startsWithNo(reading, group)) trail.negations++;
}

function applyModal(reading: Reading, p: Predicate, lexicon: StatusLexicon, trail: Trail): void {
  const effect = lexicon.modals.get(p.modal ?? '') ?? 'hypothetical';
  const above = p.governor ? reading.clauses.predicates[p.governor.predicate] : undefined;
  // "said it would visit" is the past form of "it will visit".
  const reportedFuture = p.modal === 'would' && !!above && lexicon.reporting.has(above.lemma);
  if (effect === 'planned' || reportedFuture) raise(trail, 'planned');
  else if (effect !== 'implicative') raise(trail, 'hypothetical');
}

/** What a frame says about the clause that it takes: promised, asked for, refused, threatened or alleged is not done. */
const CONTENT_EFFECT: Partial<Record<EventTypeCode | 'NONE', ModalEffect | 'alleged'>> = {
  AGREE: 'planned',
  REQUEST: 'hypothetical',
  THREATEN: 'hypothetical',
  REJECT: 'negated',
  ACCUSE: 'alleged',
};

const keyOf = (p: Predicate): string => (p.particle ? `${p.lemma} ${p.particle}` : p.lemma);

/** A verb that governs the event's clause: of saying, intending, denying, causing. */
function applyGovernor(reading: Reading, above: Predicate, p: Predicate, lexicon: StatusLexicon, trail: Trail): void {
  const shape = p.form === 'infinitive' ? 'to' : p.form === 'gerund' ? 'ing' : 'that';
  const reporting = lexicon.reporting.get(keyOf(above)) ?? lexicon.reporting.get(above.lemma);
  const modality = (lexicon.governors.get(keyOf(above)) ?? []).find((w) => w.takes.includes(shape));
  const content = CONTENT_EFFECT[lexicon.content.get(reading.clauses.predicates.indexOf(p)) ?? 'NONE'];
  // "is said to have attacked".
  const hearsay = shape === 'to' && above.voice === 'passive' && !reporting?.hearer && !modality;
  if (reporting && (shape === 'that' || hearsay || reporting.takes.includes(shape)))
    applyReport(reading, above, reporting, trail);
  else if (content === 'alleged')
    applyReport(reading, above, { phrase: above.lemma, class: 'doubtful', takes: [], hearer: false }, trail);
  if (modality && !(reporting?.class === 'denying' && modality.effect === 'negated'))
    applyEffect(modality.effect, trail);
  else if (!modality && content && content !== 'alleged') applyEffect(content, trail);
  else if (!reporting && shape === 'to') raise(trail, 'planned');
}

function applyEffect(effect: ModalEffect, trail: Trail): void {
  if (effect === 'planned') raise(trail, 'planned');
  else if (effect === 'hypothetical') raise(trail, 'hypothetical');
  else if (effect === 'negated' || effect === 'ended') trail.negations++;
}

/** Talks that are suspended were held; only what is denied or did not come about is negated. */
function applyNounEffect(effect: ModalEffect, trail: Trail): void {
  if (effect !== 'ended') applyEffect(effect, trail);
}

function applyReport(reading: Reading, above: Predicate, verb: ReportingVerb, trail: Trail): void {
  if (verb.class === 'denying') trail.negations++;
  if (verb.class === 'directive') raise(trail, 'hypothetical');
  if (trail.attribution) return;
  const speaker =
    above.voice === 'passive' ? above.obliques.find((o) => o.preposition === 'by')?.phrase : above.subject;
  const found = speaker ? participantsOf(reading, speaker)[0] : undefined;
  trail.attribution = attribution(reading, found, speaker?.span, verb.phrase);
}

export function attribution(
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
  const { predicates } = reading.clauses;
  const paragraph = (x: Predicate): number => reading.doc.sentences[x.sentence]?.paragraph ?? 0;
  for (let i = predicates.indexOf(p) - 1; i >= 0; i--) {
    const before = predicates[i];
    if (!before || paragraph(p) - paragraph(before) > SPEAKER_REACH) return;
    const verb = lexicon.reporting.get(keyOf(before));
    if (!verb || before.quoted || !before.subject || before.negated || !verb.takes.includes('quote')) continue;
    const speaker = participantsOf(reading, before.subject)[0];
    trail.attribution = attribution(reading, speaker, before.subject.span, verb.phrase);
    return;
  }
}

/**
 * Standing of an event noun: that of the verb over it, changed by what that verb does to its object ("called for talks", "denied
 * an attack", "cancelled the visit").
 * @param supported the verb is a light verb whose subject does the noun ("held talks", "launched an attack")
 */
export function nounStanding(
  reading: Reading,
  group: GroupIndex,
  supported: boolean,
  lexicon: StatusLexicon,
): Standing {
  const role = reading.clauses.nouns[group]?.role;
  const p = role ? reading.clauses.predicates[role.predicate] : undefined;
  if (!role || !p) {
    const trail: Trail = { modality: 'asserted', negations: startsWithNo(reading, group) ? 1 : 0 };
    for (const effect of nominalEffects(reading, group, lexicon)) applyNounEffect(effect, trail);
    return { modality: trail.modality, negated: trail.negations % 2 === 1 };
  }
  const outer = standingOf(reading, role.predicate, lexicon);
  const trail: Trail = { modality: outer.modality, negations: outer.negated ? 1 : 0 };
  const isObject = role.slot === 'object' || (role.slot === 'subject' && p.voice === 'passive');
  const keys = isObject
    ? [keyOf(p)]
    : role.slot === 'oblique'
      ? [`${p.lemma} ${role.preposition}`, ...(role.preposition === 'for' ? [p.lemma] : [])]
      : [];
  const word = keys.flatMap((k) => lexicon.governors.get(k) ?? []).find((w) => w.takes.includes('noun'));
  if (word) applyNounEffect(word.effect, trail);
  const mentioned = !word && !supported && (isDefinite(reading, group) || role.slot !== 'object');
  if (mentioned) {
    // "their cooperation can play a role", "did not comment after talks with X": what is only mentioned is taken to exist.
    trail.negations = 0;
    trail.modality = 'asserted';
  }
  for (const effect of nominalEffects(reading, group, lexicon)) applyNounEffect(effect, trail);
  // "No talks were held": the verb counts the "no" of its subject.
  const counted = role.slot === 'subject' && p.negated && !mentioned;
  if (startsWithNo(reading, group) && !counted) trail.negations++;
  return {
    modality: trail.modality,
    negated: trail.negations % 2 === 1,
    ...(outer.attribution ? { attribution: outer.attribution } : {}),
  };
}

const OVER = new Set(['for', 'of']);
const TOPIC_PREPOSITIONS = new Set(['on', 'about', 'over']);
/** "talks on an Israeli withdrawal": what is talked about has not happened. */
const DEBATES = new Set([
  'talk',
  'talks',
  'negotiation',
  'discussion',
  'debate',
  'proposal',
  'referendum',
  'vote',
  'plan',
  'consultation',
  'speculation',
  'dispute',
]);

/** Adjectives in the group ("possible investments", "planned visit") and the noun over it ("an appeal for aid", "hopes of talks"). */
function nominalEffects(reading: Reading, group: GroupIndex, lexicon: StatusLexicon): ModalEffect[] {
  const g = reading.doc.groups[group];
  const words: string[] = [];
  for (let i = g?.start ?? 0; g && i < g.head; i++)
    words.push(reading.lemma(i), reading.doc.tokens[i]?.text.toLowerCase() ?? '');
  const adjectives = words.flatMap((w) =>
    (lexicon.governors.get(w) ?? []).filter((m) => m.pos === 'a' && m.takes.includes('noun')),
  );
  const over = sentenceGroups(reading, group).flatMap((index) => {
    const link = reading.clauses.nouns[index]?.obliques.find(
      (o) => o.phrase.groups.includes(group) && (OVER.has(o.preposition) || TOPIC_PREPOSITIONS.has(o.preposition)),
    );
    const head = reading.doc.groups[index]?.head;
    if (!link || head === undefined) return [];
    const lemma = reading.lemma(head);
    if (TOPIC_PREPOSITIONS.has(link.preposition)) {
      return DEBATES.has(lemma) && !isDefinite(reading, group) ? ['hypothetical' as const] : [];
    }
    const found = [
      ...(lexicon.governors.get(`${lemma} ${link.preposition}`) ?? []),
      ...(lexicon.governors.get(lemma) ?? []),
    ];
    return found
      .filter((m) => m.pos === 'n' && m.takes.includes('noun'))
      .slice(0, 1)
      .map((m) => m.effect);
  });
  return [...adjectives.slice(0, 1).map((m) => m.effect), ...over.slice(0, 1)];
}

/** Groups before this one in its sentence, nearest last. */
function sentenceGroups(reading: Reading, group: GroupIndex): GroupIndex[] {
  const { groups } = reading.doc;
  let first = group;
  while (first > 0 && groups[first - 1]?.sentence === groups[group]?.sentence) first--;
  return Array.from({ length: group - first }, (_, i) => first + i);
}

/** "the attack", "their cooperation", "Iran's visit". */
const isDefinite = (reading: Reading, group: GroupIndex): boolean => {
  const g = reading.doc.groups[group];
  const first = reading.doc.morphology[g?.start ?? -1];
  return (
    reading.clauses.nouns[group]?.owner !== undefined ||
    first?.xpos === 'PRP$' ||
    first?.lemma === 'the' ||
    first?.lemma === 'this'
  );
};

const startsWithNo = (reading: Reading, group: GroupIndex): boolean => {
  const g = reading.doc.groups[group];
  return !!g && ['no', 'neither'].includes(reading.doc.tokens[g.start]?.text.toLowerCase() ?? '');
};

/** One word for how the event is drawn; the strongest reason to doubt it wins. */
export function toStatus(standing: Standing): Status {
  if (standing.negated) return 'negated';
  if (standing.modality !== 'asserted') return standing.modality;
  return standing.attribution ? 'reported' : 'asserted';
}
