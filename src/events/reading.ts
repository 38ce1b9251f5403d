import { NOWHERE } from '../base/nowhere.ts';
import type { ChunkedDocument, Group } from '../model/document.ts';
import type { Entity, Link, Mention } from '../model/entity.ts';
import type { EntityId, MentionId } from '../model/ids.ts';
import { contains, type Span, type TokenIndex } from '../model/span.ts';
import type { ClauseStructure, GroupIndex, NounPhrase } from '../syntax/clause.ts';
import { isTemporal } from '../syntax/items.ts';
import { type ClauseIndex, indexClauses } from './clause-index.ts';
import { groupsByToken, mentionsByEntity, mentionsByHead, modifiersByGroup } from './mention-index.ts';
import { AMONG, BODIES, LEADING, PLACE_NOUNS, RELATED, SIGNED, VIOLENCE } from './noun-classes.ts';
import { asSide, speakerMeant } from './speaker-pronoun.ts';

/** Entity layer as the entities stage gives it. */
export interface EntityInput {
  readonly mentions: readonly Mention[];
  readonly links: readonly Link[];
  readonly entities: readonly Entity[];
}

/** Somebody or something that fills a slot: the words, and the entities that they stand for. */
export interface Participant {
  readonly span: Span;
  readonly mention?: Mention;
  readonly entities: readonly EntityId[];
  /** [0, 1]: how sure the way from the words to the entity is. */
  readonly confidence: number;
  /** The phrase itself is the entity; false when it only belongs to it ("Russian aircraft", "Iran's decision"). */
  readonly direct: boolean;
}

/** One document with its layers and the look-ups that frames need. */
export interface Reading {
  readonly doc: ChunkedDocument;
  readonly clauses: ClauseStructure;
  readonly index: ClauseIndex;
  /** What groups were found to stand for; many frames ask for the same group. */
  readonly participants: Map<GroupIndex, readonly Participant[]>;
  readonly entity: (id: EntityId) => Entity | undefined;
  readonly linksOf: (mention: MentionId) => readonly Link[];
  /** Mentions that stand for an entity, in text order. */
  readonly mentionsOf: (entity: EntityId) => readonly Mention[];
  /** The widest mention that a noun group's head carries. */
  readonly mentionAt: (head: TokenIndex) => Mention | undefined;
  /** Mentions inside a group before its head: "[Russian] aircraft". */
  readonly modifiers: (group: GroupIndex) => readonly Mention[];
  readonly lemma: (token: TokenIndex) => string;
  readonly groupAt: (token: TokenIndex) => GroupIndex | undefined;
  /** The group that is meant: behind "round of", "series of" the noun that follows. */
  readonly meant: (group: GroupIndex) => GroupIndex;
}

/**
 * @param transparent lemmas of nouns that only count or cut what follows "of" ("the latest round of the talks")
 * @param hyphenated words with a hyphen that the frames ask for ("cease-fire"), which the tokenizer splits
 */
export function createReading(
  doc: ChunkedDocument,
  clauses: ClauseStructure,
  layer: EntityInput,
  transparent: ReadonlySet<string>,
  hyphenated: ReadonlySet<string> = new Set(),
): Reading {
  const entities = new Map(layer.entities.map((e) => [e.id, e]));
  const links = new Map<MentionId, Link[]>();
  for (const link of layer.links) links.set(link.mention, [...(links.get(link.mention) ?? []), link]);
  const byEntity = mentionsByEntity(layer.mentions, links);
  const byHead = mentionsByHead(layer.mentions);
  const groupOf = groupsByToken(doc);
  const modifiers = modifiersByGroup(doc, layer.mentions, groupOf);
  return {
    doc,
    clauses,
    index: indexClauses(doc, clauses),
    participants: new Map(),
    entity: (id) => entities.get(id),
    linksOf: (id) => links.get(id) ?? [],
    mentionsOf: (id) => byEntity.get(id) ?? [],
    mentionAt: (head) => byHead.get(head),
    modifiers: (group) => modifiers.get(group) ?? [],
    lemma: (token) => {
      const lemma = doc.morphology[token]?.lemma.toLowerCase() ?? '';
      const joined = doc.tokens[token - 1]?.text === '-' && `${doc.tokens[token - 2]?.text.toLowerCase()}-${lemma}`;
      return joined && hyphenated.has(joined) ? joined : lemma;
    },
    groupAt: (token) => groupOf.get(token),
    meant: (group) => {
      const g = doc.groups[group];
      const lemma = doc.morphology[g?.head ?? NOWHERE]?.lemma.toLowerCase() ?? '';
      const inner = clauses.nouns[group]?.obliques.find((o) => o.preposition === 'of')?.phrase.groups[0];
      if (!g || inner === undefined) return group;
      // "the town of Tel Tamer" is Tel Tamer.
      const place = PLACE_NOUNS.has(lemma) && byHead.get(doc.groups[inner]?.head ?? -1)?.kind === 'place';
      return transparent.has(lemma) || place ? inner : group;
    },
  };
}

/** Everybody that a noun phrase stands for, one participant a conjunct. */
export function participantsOf(reading: Reading, phrase: Pick<NounPhrase, 'groups'>): Participant[] {
  const found = phrase.groups.map((g) => membersOf(reading, g));
  // "Israeli [helicopters] and tanks": what describes the first one describes a bare one behind it as well.
  const shared = found[0]?.length === 1 && found[0][0]?.direct === false;
  return found.flatMap((list, i) => (i > 0 && shared && isBare(reading, phrase.groups[i], list) ? [] : list));
}

const isBare = ({ doc }: Reading, group: GroupIndex | undefined, list: readonly Participant[]): boolean => {
  const g = doc.groups[group ?? NOWHERE];
  return (
    !!g &&
    g.end - g.start === 1 &&
    doc.morphology[g.head]?.upos === 'NOUN' &&
    list.every((x) => x.entities.length === 0)
  );
};

/** What one conjunct stands for. */
function membersOf(reading: Reading, g: GroupIndex): readonly Participant[] {
  const known = reading.participants.get(g);
  if (known) return known;
  // Phrases that belong to each other stand for nobody.
  reading.participants.set(g, []);
  const found = allMeant(reading, g).flatMap((meant) => groupParticipants(reading, meant));
  reading.participants.set(g, found);
  return found;
}

/** "dozens of [Malian] and [Chadian nurses]": all that a noun that only counts stands before. */
function allMeant(reading: Reading, group: GroupIndex): readonly GroupIndex[] {
  const first = reading.meant(group);
  const obliques = first === group ? [] : (reading.clauses.nouns[group]?.obliques ?? []);
  return obliques.find((o) => o.phrase.groups[0] === first)?.phrase.groups ?? [first];
}

const ACTOR_KINDS = new Set(['country', 'person', 'organization']);
function groupParticipants(reading: Reading, group: GroupIndex): Participant[] {
  const g = reading.doc.groups[group];
  if (!g) return [];
  const mention = reading.mentionAt(g.head);
  if (!mention && (isTemporal(reading.doc, g) || isEachOther(reading, g))) return [];
  const links = mention ? reading.linksOf(mention.id) : [];
  const speaker = links.length > 0 && mention?.form !== 'nominal' ? undefined : speakerMeant(reading, group);
  if (speaker) return participantsOf(reading, speaker).map((p) => asSide(p, links));
  if (mention) {
    const linked = links.length > 0;
    const told =
      mention.form === 'name' ? [] : [linked ? [] : leadersOf(reading, group), membersOfVague(reading, group, mention)];
    const known = told.find((list) => list.length > 0);
    if (known) return known;
    const named = linked ? undefined : namedBehind(reading, group);
    return [...hyphenated(reading, group, mention), named ?? toParticipant(reading, mention, true)];
  }
  // Not an actor itself: who does it belong to? The owner first, then the nearest modifier, then an of-phrase.
  const context = reading.clauses.nouns[group];
  const doers = doersOf(reading, group);
  if (doers.length) return doers.map((p) => ({ ...p, direct: false, confidence: p.confidence * 0.8 }));
  const related = RELATED.has(reading.lemma(g.head));
  const among = reading.doc.morphology[g.head]?.xpos === 'NNS' ? namedAmong(reading, group) : [];
  if (among.length > 0) return among;
  const itself: Participant = { span: { start: g.start, end: g.end }, entities: [], confidence: 0.4, direct: true };
  // "Chad's donors", "allies of Chad" are others.
  if (related && reading.modifiers(group).length === 0) return [itself];
  const pronoun = possessivePronoun(reading, group);
  // "its European Union [partners]" are the European Union, "its French [embassy]" is its own.
  const named = related && reading.modifiers(group).some((m) => ACTOR_KINDS.has(m.kind));
  // "our Syrian [partners]", "Washington's Syrian [allies]" are some Syrians, and neither Syria nor Washington.
  if (named && isSeveralOf(reading, group, g)) return [itself];
  const owner = context?.owner === undefined || named ? [] : groupParticipants(reading, context.owner);
  if (pronoun && !named) owner.unshift(pronoun);
  if (owner.length) return owner.map((p) => ({ ...p, direct: false, confidence: p.confidence * 0.8 }));
  const modifiers = reading.modifiers(group).filter((m) => ACTOR_KINDS.has(m.kind) || m.kind === 'place');
  const nearest = modifiers.at(-1);
  // "the West Bank cities" are a place, "the Geneva talks" none.
  const place = nearest?.kind === 'place' && PLACE_NOUNS.has(reading.lemma(g.head));
  if (nearest) return [{ ...toParticipant(reading, nearest, place), confidence: 0.7 }];
  // "the killing of civilians": those named by "of" suffered it.
  const whole = VIOLENCE.has(reading.lemma(g.head)) ? [] : wholeOf(reading, group);
  const made = BODIES.has(reading.lemma(g.head));
  if (whole.length) return whole.map((p) => ({ ...p, direct: made && p.direct, confidence: p.confidence * 0.7 }));
  return isAmount(reading, g) ? [] : [itself];
}

/** Several people with an adjective of nation: "Syrian partners". */
const isSeveralOf = (reading: Reading, group: GroupIndex, { head }: Group): boolean =>
  reading.doc.morphology[head]?.xpos === 'NNS' &&
  !/^neighbou?r$/.test(reading.lemma(head)) &&
  reading.modifiers(group).every((m) => reading.linksOf(m.id).some((l) => l.rule === 'demonym'));

/** "states [including Chad and Mali]", "leaders [such as Vega]": those of a number of whom nothing else is known. */
function namedAmong(reading: Reading, group: GroupIndex): Participant[] {
  const named = (reading.clauses.nouns[group]?.obliques ?? []).filter((o) => AMONG.has(o.preposition));
  const found = named.flatMap((o) => participantsOf(reading, o.phrase)).filter((p) => p.entities.length > 0);
  return found.map((p) => ({ ...p, confidence: p.confidence * 0.9 }));
}
/** "rebel groups [such as Hamas]": of those that the text alone knows. */
const membersOfVague = (reading: Reading, group: GroupIndex, { id }: Mention): Participant[] =>
  reading.linksOf(id).some((link) => reading.entity(link.entity)?.known !== false) ? [] : namedAmong(reading, group);

/** "met each other", "accused one another": whoever does it, and nobody else. */
export const isEachOther = ({ doc }: Reading, g: Span): boolean =>
  /^(?:each other|one another)$/i.test(`${doc.tokens[g.start]?.text} ${doc.tokens[g.start + 1]?.text}`);

/** "the port [of Odesa]"; without an of-phrase who made or sent it: "an offer [from Thailand]", "a plan [by Norway]". */
function wholeOf(reading: Reading, group: GroupIndex): Participant[] {
  const obliques = reading.clauses.nouns[group]?.obliques.filter((o) => o.phrase.groups[0] !== group) ?? [];
  const of = obliques.find((o) => o.preposition === 'of');
  // "the Treaty of Rome" is named after a place, and not Italy's.
  if (of && SIGNED.has(reading.lemma(reading.doc.groups[group]?.head ?? -1))) return [];
  if (of) return participantsOf(reading, of.phrase).filter((p) => p.mention);
  const maker = obliques.find((o) => o.preposition === 'by') ?? obliques.find((o) => o.preposition === 'from');
  return maker ? participantsOf(reading, maker.phrase).filter((p) => isActor(reading, p)) : [];
}

/** "$80 million", "234": an amount is nobody. */
const isAmount = (reading: Reading, g: Span): boolean =>
  /^(?:NUM|SYM)$/.test(reading.doc.morphology[g.end - 1]?.upos ?? '') ||
  /^[$€£¥]|^(?:USD|EUR)$/.test(reading.doc.tokens[g.start]?.text ?? '');

/** "the bombing of a school [by X]", "threats [made by X]": a deed belongs to its doer. */
function doersOf(reading: Reading, group: GroupIndex): Participant[] {
  const { nouns } = reading.clauses;
  const end = reading.doc.groups[group]?.end ?? -1;
  const by = nouns[group]?.obliques.find((o) => o.preposition === 'by');
  const made = by ? undefined : reading.index.participlesAt(end).find((p) => p.subject?.groups.includes(group));
  const agent = by ?? made?.obliques.find((o) => o.preposition === 'by');
  return agent ? participantsOf(reading, agent.phrase).filter((p) => p.mention && p.entities.length > 0) : [];
}

/** "a delegation [led by the envoy]": whoever leads those of whom nothing else is known. */
function leadersOf(reading: Reading, group: GroupIndex): Participant[] {
  const end = reading.doc.groups[group]?.end ?? -1;
  const led = reading.index.participlesAt(end).find((p) => LEADING.has(p.lemma) && p.subject?.groups.includes(group));
  const agent = led?.obliques.find((o) => o.preposition === 'by');
  const found = agent ? participantsOf(reading, agent.phrase).filter((p) => p.entities.length > 0) : [];
  return found.map((p) => ({ ...p, confidence: p.confidence * 0.8 }));
}

/** "her Philippine counterpart, [Enrique Manalo]": the name behind says who a phrase is that nothing else tells. */
function namedBehind(reading: Reading, group: GroupIndex): Participant | undefined {
  const next = reading.clauses.nouns[group]?.appositions[0];
  const head = next === undefined ? undefined : reading.doc.groups[next]?.head;
  const name = head === undefined ? undefined : reading.mentionAt(head);
  return name?.form === 'name' && reading.linksOf(name.id).length > 0 ? toParticipant(reading, name, true) : undefined;
}

/** "Tehran-Moscow": the names that a hyphen ties to the head stand beside it. */
function hyphenated(reading: Reading, group: GroupIndex, head: Mention): Participant[] {
  return reading
    .modifiers(group)
    .filter(
      (m) =>
        m.id !== head.id &&
        /^[-–/]$/.test(reading.doc.tokens[m.span.end]?.text ?? '') &&
        m.span.end + 1 === head.span.start,
    )
    .map((m) => toParticipant(reading, m, true));
}

/** "its forces", "their attack". */
function possessivePronoun(reading: Reading, group: GroupIndex): Participant | undefined {
  const g = reading.doc.groups[group];
  if (!g) return undefined;
  for (let i = g.start; i < g.head; i++) {
    const mention = reading.doc.morphology[i]?.xpos === 'PRP$' ? reading.mentionAt(i) : undefined;
    if (mention && contains(mention.span, i)) return toParticipant(reading, mention, false);
  }
  return undefined;
}

export function toParticipant(reading: Reading, mention: Mention, direct: boolean): Participant {
  const links = reading.linksOf(mention.id);
  const confidence = links.length ? Math.min(...links.map((l) => l.confidence)) : 0.5;
  return { span: mention.span, mention, entities: links.map((l) => l.entity), confidence, direct };
}

/** A phrase that nothing links to an entity; it fills a slot with its words only and draws no edge. */
export function isLoose(participant: Participant): boolean {
  return participant.mention === undefined;
}

/** A place as such, not what only stands in one or is named after it. */
export const isPlace = (participant: Participant): boolean =>
  participant.direct && participant.mention?.kind === 'place' && participant.entities.length > 0;

/** An unknown proper name ("Thom", "ICE") may well act; a common noun ("a report") rather not. */
export const isNameLike = ({ doc }: Reading, { span }: Participant): boolean =>
  doc.morphology[span.end - 1]?.upos === 'PROPN' || /^\p{Lu}{2,}$/u.test(doc.tokens[span.end - 1]?.text ?? '');

/** Countries, people and bodies act; places only where they stand for the state ("visited Moscow"), which `placeAsActor` decides. */
export function isActor(reading: Reading, participant: Participant): boolean {
  if (!participant.mention) return false;
  if (participant.entities.length === 0)
    return participant.mention.kind !== 'place' && participant.mention.kind !== 'event';
  return participant.entities.every((id) => ACTOR_KINDS.has(reading.entity(id)?.kind ?? ''));
}
