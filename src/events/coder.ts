import { extend } from '../base/extend.ts';
import { isCapitalized } from '../base/fold-name.ts';
import type { Frame, FrameType, Knowledge, RelationSpec, SupportVerb } from '../knowledge/knowledge.ts';
import type { StandingFact } from '../model/analysis.ts';
import type { ChunkedDocument } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import type { EventMention } from '../model/event.ts';
import type { ClauseStructure, GroupIndex, PredicateIndex } from '../syntax/clause.ts';
import { findUnquotedSpeech } from '../syntax/unquoted-speech.ts';
import { fillFromDeeds } from './accused-deeds.ts';
import { type Assembly, assemble } from './assemble.ts';
import { findSpeeches } from './attribution.ts';
import { fillFromContent } from './content.ts';
import { modesFromContent } from './content-mode.ts';
import { describeParticipants } from './described-participants.ts';
import { eventFacts } from './event-facts.ts';
import { findEventNodes } from './event-nodes.ts';
import { fillCompanions } from './fill-companions.ts';
import { fillFromDeedOwner } from './fill-deed-owner.ts';
import { fillFacing } from './fill-facing.ts';
import { fillFromAttack } from './fill-from-attack.ts';
import { fillFromCondition } from './fill-from-condition.ts';
import { fillFromOccasion } from './fill-from-occasion.ts';
import { fillFromPurpose } from './fill-from-purpose.ts';
import { fillGrievance } from './fill-grievance.ts';
import { fillRefusals } from './fill-refusals.ts';
import { createFirstLook, createWordLists, type FirstLook } from './fixed-words.ts';
import { type Candidate, type FrameIndex, indexFrames } from './frame-index.ts';
import { meets, nounOffer, type Offer, offerOf } from './frame-needs.ts';
import { freedFromOthers } from './freed-from.ts';
import { indexHeadTitles } from './head-facts.ts';
import { locatedEvents } from './located-events.ts';
import { phraseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { matchNoun } from './match-noun.ts';
import { isTime, matchPredicate } from './match-verb.ts';
import { indexNounRelations } from './noun-facts.ts';
import { phraseFacts } from './phrase-facts.ts';
import { fillFromPlace } from './place-participants.ts';
import { fillFromBefore } from './reaction.ts';
import { createReading, type EntityInput, isActor, type Reading } from './reading.ts';
import { standingFacts } from './standing-facts.ts';
import { createStatusLexicon, type StatusLexicon } from './status.ts';
import { fillFromThing } from './thing-recipient.ts';
import { createTimeReader } from './time.ts';
import type { CoderTrace } from './trace.ts';
import { modesFromWeapons } from './weapon-mode.ts';

export interface EventLayer {
  readonly eventMentions: readonly EventMention[];
  /** Events and issues that the text names: nodes of their own. */
  readonly entities: readonly Entity[];
  readonly facts: readonly StandingFact[];
}

export interface EventCoder {
  /** Reads the events of one document. Same input, same output, in text order. */
  readonly code: (doc: ChunkedDocument, clauses: ClauseStructure, layer: EntityInput, trace?: CoderTrace) => EventLayer;
}

/** Builds the indexes once; the coder itself keeps no state between documents. */
export function createEventCoder(knowledge: Knowledge): EventCoder {
  const lists = createWordLists();
  const frames = indexFrames(knowledge, (frame) => frame.type !== 'STANDING', lists);
  const standing = indexFrames(knowledge, (frame) => frame.type === 'STANDING', lists);
  const nounRelations = indexNounRelations(knowledge.frames);
  const supports = groupSupports(knowledge.supportVerbs);
  const lexicon = createStatusLexicon(knowledge);
  const relations = new Map<string, RelationSpec>(knowledge.relations.map((r) => [r.id, r]));
  const places = placeActors(knowledge);
  const transparent = new Set(knowledge.eventNouns.transparent);
  const agents = agentNouns(knowledge);
  const headTitles = indexHeadTitles(knowledge);
  const timeOf = createTimeReader(knowledge.time);
  return {
    code(doc, clauses, layer, trace) {
      const reading = createReading(doc, clauses, layer, transparent, frames.hyphenated);
      const firstLook = createFirstLook(reading, lists);
      const matches = complete(reading, findMatches(reading, firstLook, frames, supports, trace));
      const nodes = findEventNodes(reading, matches, knowledge.eventNouns);
      const context: Assembly = {
        reading,
        relations,
        places,
        nodes,
        nouns: knowledge.eventNouns,
        agents,
        headTitles,
        lexicon: speechIn(doc, clauses, matches, lexicon),
        timeOf: timeOf(doc, clauses),
        issues: new Map(),
        ...(trace ? { trace } : {}),
      };
      const located = locatedEvents(assemble(matches, context), context);
      const described = describeParticipants(reading, located.mentions);
      const holding = findMatches(reading, firstLook, standing, supports, trace);
      const facts = [
        ...eventFacts(context, matches),
        ...located.facts,
        ...standingFacts(context, holding),
        ...phraseFacts(context, nounRelations),
      ];
      // Last: mentions and facts both make issue nodes.
      const named = [...nodes.nodes.map((n) => n.entity), ...located.entities, ...context.issues.values()];
      return { eventMentions: described.mentions, entities: [...named, ...described.entities], facts };
    },
  };
}

const speechIn = (
  doc: ChunkedDocument,
  { predicates }: ClauseStructure,
  matches: readonly Match[],
  lexicon: ReturnType<typeof createStatusLexicon>,
): StatusLexicon =>
  extend(lexicon, {
    content: contentOf(matches),
    speechBefore: findSpeeches(predicates, lexicon.reporting),
    unquoted: findUnquotedSpeech(doc, predicates),
  });

/** The last words of phrases for people and bodies that act. */
const agentNouns = ({ agents }: Knowledge): ReadonlySet<string> =>
  new Set(agents.flatMap((a) => (a.acts === 'thing' ? [] : (a.phrase.split(' ').at(-1) ?? []))));

/** What the frames' own words leave open is looked for elsewhere, one kind of place after the other. */
const COMPLETIONS: readonly ((reading: Reading, matches: readonly Match[]) => readonly Match[])[] = [
  fillFromContent,
  fillFromAttack,
  fillFromPurpose,
  fillGrievance,
  fillFromCondition,
  fillFromThing,
  fillRefusals,
  fillFromDeeds,
  fillFacing,
  fillFromPlace,
  fillFromOccasion,
  freedFromOthers,
  fillFromDeedOwner,
  fillFromBefore,
  fillCompanions,
  modesFromContent,
  modesFromWeapons,
];

const complete = (reading: Reading, matches: readonly Match[]): readonly Match[] =>
  COMPLETIONS.reduce((found, step) => step(reading, found), matches);

function groupSupports(verbs: readonly SupportVerb[]): Map<string, SupportVerb[]> {
  const map = new Map<string, SupportVerb[]>();
  for (const v of verbs) map.set(v.phrase, [...(map.get(v.phrase) ?? []), v]);
  return map;
}

/** Place id -> entity for which it stands when it acts or is visited. */
function placeActors(knowledge: Knowledge): Map<string, string> {
  const toEntity = (id: string): string => (id.includes(':') ? id : `country:${id}`);
  return new Map(
    knowledge.places.flatMap((p) => {
      const owner = p.actsFor ?? p.country;
      return owner ? [[p.id, toEntity(owner)] as const] : [];
    }),
  );
}

/** The best frame for every predicate and for every event noun that no verb frame took as its fixed word. */
function findMatches(
  reading: Reading,
  firstLook: FirstLook,
  frames: FrameIndex,
  supports: ReadonlyMap<string, readonly SupportVerb[]>,
  trace: CoderTrace | undefined,
): Match[] {
  const found: Match[] = [];
  const claimed = new Set<GroupIndex>();
  const candidatesOf = (list: readonly Frame[], sentence: number, offer: () => Offer): readonly Candidate[] => {
    const looked = frames.candidates(list).filter(({ fixed }) => firstLook(fixed, sentence));
    if (looked.length === 0) return looked;
    const has = offer();
    return looked.filter(({ needs }) => meets(has, needs));
  };
  reading.clauses.predicates.forEach((p, index) => {
    const list = (p.pos === 'verb' ? frames.verb : frames.adjective).get(p.lemma) ?? [];
    const match = (frame: Frame): Match | undefined =>
      matchPredicate(reading, index, frame, frames.mutual.has(frame.id));
    const candidates = candidatesOf(list, p.sentence, () => offerOf(reading, index));
    const best = pick(reading, candidates, match);
    trace?.tried({ reading, predicate: index, candidates: list, match, scoreOf: (m) => scoreOf(reading, m), best });
    if (!best) return;
    for (const group of best.claimed) claimed.add(group);
    if (best.frame.type !== 'NONE') found.push(best);
  });
  reading.doc.groups.forEach((g, group) => {
    if (g.kind !== 'noun' || claimed.has(group)) return;
    const list = frames.noun.get(reading.lemma(g.head)) ?? [];
    // "on 3 March" is no march.
    if (
      list.length > 0 &&
      isCapitalized(reading.doc.tokens[g.head]?.text ?? '') &&
      isTime(reading, phraseOf(reading, group))
    )
      return;
    const match = (frame: Frame): Match | undefined => matchNoun(reading, group, frame, supports);
    const candidates = candidatesOf(list, g.sentence, () => nounOffer(reading, group));
    const best = pick(reading, candidates, match);
    trace?.tried({ reading, noun: group, candidates: list, match, scoreOf: (m) => scoreOf(reading, m), best });
    if (best && best.frame.type !== 'NONE') found.push(best);
  });
  return found;
}

/** The match with the highest score; `candidates` come the most specific first, so that a good one ends the search. */
function pick(
  reading: Reading,
  candidates: readonly Candidate[],
  match: (frame: Frame) => Match | undefined,
): Match | undefined {
  let best: { match: Match; score: number; candidate: Candidate } | undefined;
  for (const candidate of candidates) {
    if (best && highestScore(candidate.frame) < best.score) break;
    const found = match(candidate.frame);
    if (!found) continue;
    const score = scoreOf(reading, found);
    if (!best || score > best.score || (score === best.score && comesFirst(candidate, best.candidate)))
      best = { match: found, score, candidate };
  }
  return best?.match;
}

/** Among equals a reading that is no event: it can name no recipient, so it had to fit by more of its own words. */
function comesFirst(a: Candidate, b: Candidate): boolean {
  const none = Number(a.frame.type === 'NONE') - Number(b.frame.type === 'NONE');
  if (none !== 0) return none > 0;
  return a.frame.id === b.frame.id ? a.order < b.order : a.frame.id < b.frame.id;
}

/** More fixed words first; then a named recipient; then a named actor. */
function scoreOf(reading: Reading, match: Match): number {
  const named = (slot: 'A' | 'B') => match.slots[slot]?.some((x) => isActor(reading, x)) ?? false;
  return match.frame.specificity * 2 + (named('B') ? 2 : 0) + (named('A') ? 1 : 0) + match.certainty;
}

/** What `scoreOf` gives when everybody is named and nothing had to be found far away. */
const highestScore = (frame: Frame): number => frame.specificity * 2 + 4;

/** Predicates that are the content of a fired frame, with that frame's type. */
function contentOf(matches: readonly Match[]): StatusLexicon['content'] {
  const content = new Map<PredicateIndex, FrameType>();
  for (const match of matches) for (const index of match.embedded) content.set(index, match.frame.type);
  return content;
}
