import type { Knowledge, ModalEffect } from '../knowledge/knowledge.ts';
import type { Attribution } from '../model/event.ts';
import type { Span } from '../model/span.ts';
import type { GroupIndex, NounPhrase, Predicate } from '../syntax/clause.ts';
import { type Participant, participantsOf, type Reading } from './reading.ts';
import type { StatusLexicon } from './status.ts';

/** Words other than verbs by which a text leaves what it tells to others, or leaves it open. */
export interface Hearsay {
  /** "claim", "report": nouns whose clause is somebody's word. */
  readonly nouns: ReadonlySet<string>;
  /** "reportedly" */
  readonly adverbs: ReadonlySet<string>;
  /** "alleged" */
  readonly adjectives: ReadonlySet<string>;
  /** "perhaps", "probably" */
  readonly doubts: ReadonlyMap<string, ModalEffect>;
}

export const createHearsay = (knowledge: Knowledge): Hearsay => ({
  nouns: new Set(knowledge.reportingNouns.filter((w) => w.class !== 'denying').map((w) => w.word)),
  adverbs: new Set(knowledge.reportingAdverbs.map((w) => w.word)),
  adjectives: new Set(knowledge.reportingAdjectives.map((w) => w.word)),
  doubts: new Map(
    knowledge.modality.filter((w) => w.pos === 'r' && w.effect === 'hypothetical').map((w) => [w.phrase, w.effect]),
  ),
});

/** The verb as the lexicon lists it: with its particle ("call for"). */
export const keyOf = (p: Predicate): string => (p.particle ? `${p.lemma} ${p.particle}` : p.lemma);

/** What a clause is told with; the innermost voice is kept. */
interface Voice {
  attribution?: Attribution;
}

/** Who said it, and by which verb; the words of the phrase stand for a speaker who is no entity. */
export function attribution(
  reading: Reading,
  speaker: Participant | undefined,
  span: Span | undefined,
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
export function applyPhrases(reading: Reading, p: Predicate, lexicon: StatusLexicon, voice: Voice): void {
  if (p.quoted && !voice.attribution) continueSpeech(reading, p, lexicon, voice);
  const unquoted = lexicon.unquoted.get(p.sentence);
  if (unquoted && p !== unquoted.verb && p.span.start >= unquoted.from) sayAs(reading, unquoted.verb, lexicon, voice);
  const source = p.obliques.find((o) => o.preposition === 'according to');
  if (!source || voice.attribution) return;
  voice.attribution = attribution(
    reading,
    participantsOf(reading, source.phrase)[0],
    source.phrase.span,
    'according to',
  );
}

function continueSpeech(reading: Reading, p: Predicate, lexicon: StatusLexicon, voice: Voice): void {
  const paragraph = (x: Predicate): number => reading.doc.sentences[x.sentence]?.paragraph ?? 0;
  const before = lexicon.speechBefore.get(p);
  if (before && paragraph(p) - paragraph(before) <= SPEAKER_REACH) sayAs(reading, before, lexicon, voice);
}

/** It is the word of whoever the verb of saying has for its subject. */
function sayAs(reading: Reading, said: Predicate, lexicon: StatusLexicon, voice: Voice): void {
  const verb = lexicon.reporting.get(keyOf(said));
  if (voice.attribution || !verb || !said.subject) return;
  const speaker = participantsOf(reading, said.subject)[0];
  voice.attribution = attribution(reading, speaker, said.subject.span, verb.phrase);
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

/** How many words before its verb an adverb of the clause is looked for: "has [reportedly] sent". */
const ADVERB_REACH = 2;

/** Adverbs of a clause: round its verb, or at its very beginning ("Perhaps Cairo released him"). */
export function adverbsOf(reading: Reading, p: Predicate): string[] {
  const { subject, span } = p;
  const fronted = subject && subject.span.start < span.start ? subject.span.start : undefined;
  const places: number[] = [];
  if (fronted !== undefined) places.push(fronted - 1, ...(wordAt(reading, fronted - 1) === ',' ? [fronted - 2] : []));
  for (let i = Math.max(span.start - ADVERB_REACH, subject?.span.end ?? 0); i < span.end; i++) places.push(i);
  return places.map((i) => wordAt(reading, i));
}

const wordAt = (reading: Reading, token: number): string => reading.doc.tokens[token]?.text.toLowerCase() ?? '';

/** "Oman reportedly freed the crew": nobody in particular says so. */
export function applyAdverbs(words: readonly string[], { adverbs }: Hearsay, voice: Voice): void {
  const word = words.find((w) => adverbs.has(w));
  if (word && !voice.attribution) voice.attribution = { text: word, verb: word };
}

/** "an alleged attack by Togo". */
export function applyAdjectives(reading: Reading, group: GroupIndex, { adjectives }: Hearsay, voice: Voice): void {
  const g = reading.doc.groups[group];
  const words = g ? reading.doc.tokens.slice(g.start, g.head).map((t) => t.text.toLowerCase()) : [];
  const word = words.find((w) => adjectives.has(w));
  if (word && !voice.attribution) voice.attribution = { text: word, verb: word };
}

/** "Moscow's claim that Ukraine had attacked": it is the word of the noun's owner. */
export function applyReportNoun(reading: Reading, group: GroupIndex, { nouns }: Hearsay, voice: Voice): void {
  const g = reading.doc.groups[group];
  const lemma = g ? reading.lemma(g.head) : '';
  if (!g || voice.attribution || !nouns.has(lemma)) return;
  const owner = phraseAt(reading, reading.clauses.nouns[group]?.owner);
  voice.attribution = attribution(reading, owner && participantsOf(reading, owner)[0], owner?.span ?? g, lemma);
}

function phraseAt(reading: Reading, group: GroupIndex | undefined): NounPhrase | undefined {
  const g = group === undefined ? undefined : reading.doc.groups[group];
  return g && group !== undefined ? { groups: [group], head: g.head, span: { start: g.start, end: g.end } } : undefined;
}

/** Verbs that give somebody else's word by a noun: "reported the arrest of three Poles". */
const TELLING = new Set(['neutral', 'doubtful', 'nested']);

/** "reported an attack on Asmara": the subject says that it happened. */
export function applyReportedNoun(reading: Reading, p: Predicate, lexicon: StatusLexicon, voice: Voice): void {
  const verb = lexicon.reporting.get(keyOf(p));
  if (!verb || voice.attribution || !TELLING.has(verb.class) || !verb.takes.includes('noun')) return;
  voice.attribution = speakerOf(reading, p, verb.phrase);
}

/** The one whose word it is: the subject of a verb of saying, "by" somebody, or the source that it cites. */
export function speakerOf(reading: Reading, above: Predicate, verb: string, lexicon?: StatusLexicon): Attribution {
  const cited = lexicon && citedBy(reading, above, lexicon);
  const own = above.voice === 'passive' ? above.obliques.find((o) => o.preposition === 'by')?.phrase : above.subject;
  const speaker = cited ?? own;
  return attribution(reading, speaker && participantsOf(reading, speaker)[0], speaker?.span, verb);
}

/** "Reuters, [citing two officials], reported that …". */
function citedBy(reading: Reading, above: Predicate, lexicon: StatusLexicon): NounPhrase | undefined {
  const index = reading.index.indexOf(above);
  return reading.index
    .predicatesIn(above.sentence)
    .find(
      (p) =>
        p.governor?.predicate === index &&
        p.governor.relation !== 'complement' &&
        lexicon.reporting.get(p.lemma)?.class === 'nested',
    )?.objects[0];
}
