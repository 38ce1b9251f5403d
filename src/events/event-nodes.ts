import { slug } from '../base/fold-name.ts';
import { NOWHERE } from '../base/nowhere.ts';
import type { EventNouns } from '../knowledge/knowledge.ts';
import type { Group } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import type { Match } from './match.ts';
import { isActor, type Participant, participantsOf, type Reading } from './reading.ts';

/** An event that is named or described by a noun phrase. */
export interface EventNode {
  readonly entity: Entity;
  readonly groups: GroupIndex[];
  readonly participants: Set<EntityId>;
  readonly places: Set<EntityId>;
}

export interface EventNodes {
  readonly nodes: readonly EventNode[];
  readonly byGroup: ReadonlyMap<GroupIndex, EventNode>;
}

interface Draft {
  readonly kind: string;
  readonly group: GroupIndex;
  /** Words before the head that name: "Geneva peace". */
  readonly words: readonly string[];
  readonly proper: boolean;
  readonly participants: readonly EntityId[];
  readonly places: readonly EntityId[];
  /** "a meeting": told of for the first time, if it says more. */
  readonly indefinite: boolean;
}

/** Relations whose actor and recipient both take part in the event that the frame's fixed noun names. */
const SHARED = new Set([
  'signed-with',
  'met-with',
  'negotiates-with',
  'agreed-with',
  'spoke-with',
  'made-truce-with',
  'fights',
]);

/** Which match says who takes part in the event of a noun group: its own, or that of the verb ("signed [an agreement] with X"). */
export function matchesByNoun(matches: readonly Match[]): ReadonlyMap<GroupIndex, Match> {
  const byNoun = new Map<GroupIndex, Match>();
  for (const m of matches) if (SHARED.has(m.frame.relation ?? '')) for (const group of m.claimed) byNoun.set(group, m);
  for (const m of matches) if (m.noun !== undefined) byNoun.set(m.noun, m);
  return byNoun;
}

/**
 * Makes one node for every event that an article names ("the Geneva peace talks") or describes by its participants ("talks between Iran
 * and Russia"); later phrases of the same kind that contradict nothing ("the talks") go to the same node.
 */
export function findEventNodes(reading: Reading, matches: readonly Match[], nouns: EventNouns): EventNodes {
  const kinds = kindsByNoun(nouns);
  const nodes: Known[] = [];
  const byKind = new Map<string, Known[]>();
  const byGroup = new Map<GroupIndex, EventNode>();
  const matchOf = matchesByNoun(matches);
  reading.doc.groups.forEach((g, index) => {
    const kind = g.kind === 'noun' ? kinds.get(reading.lemma(g.head)) : undefined;
    if (!kind) return;
    const draft = describe(reading, index, kind, matchOf.get(index), nouns);
    const sameKind = byKind.get(kind) ?? [];
    const known = isAnother(reading, g)
      ? undefined
      : pickNode(sameKind.slice(-MAX_EVENTS), draft, reading.lemma(g.head));
    if (known) {
      known.node.groups.push(index);
      for (const id of draft.participants) known.node.participants.add(id);
      for (const id of draft.places) known.node.places.add(id);
      byGroup.set(index, known.node);
      return;
    }
    if (!draft.proper && new Set(draft.participants).size < (SOLO.has(kind) ? 1 : 2)) return;
    const node = createNode(reading, draft, nodes);
    const words = new Set(draft.words.map((w) => w.toLowerCase()));
    const made = { node, head: reading.lemma(g.head), words };
    nodes.push(made);
    byKind.set(kind, sameKind);
    sameKind.push(made);
    byGroup.set(index, node);
  });
  passThrough(reading, byGroup);
  return { nodes: nodes.map((n) => n.node), byGroup };
}

/** Events of one kind that a later phrase is compared with: more than any article has. */
const MAX_EVENTS = 100;

/** An event so far, with the head word under which it was first named. */
interface Known {
  readonly node: EventNode;
  readonly head: string;
  readonly words: ReadonlySet<string>;
}

/** Kinds that one participant makes ("Iran's election"); talks and treaties need two. */
const SOLO = new Set(['visit', 'offensive', 'election', 'coup', 'exercise', 'mission']);

/** Of the events of its kind the latest of the same head word, else the only one of its kind: "the accords" after two treaties is left open. */
function pickNode(nodes: readonly Known[], draft: Draft, head: string): Known | undefined {
  const fitting = nodes.filter((n) => agrees(n.node, n.words, draft));
  const same = fitting.filter((n) => n.head === head);
  return same.at(-1) ?? (fitting.length === 1 ? fitting[0] : undefined);
}

/** The first kind that lists a noun, by noun. */
function kindsByNoun(nouns: EventNouns): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const [kind, heads] of Object.entries(nouns.events))
    for (const head of heads) if (!kinds.has(head)) kinds.set(head, kind);
  return kinds;
}

/** "the latest round of the talks" is the talks. */
function passThrough(reading: Reading, byGroup: Map<GroupIndex, EventNode>): void {
  reading.doc.groups.forEach((_, index) => {
    const node = byGroup.get(reading.meant(index));
    if (node && !byGroup.has(index)) byGroup.set(index, node);
  });
}

/** "the [2014] Ontario election" is not that of 2018. */
const YEAR = /^(?:1[6-9]|20)\d\d$/;

function describe(
  reading: Reading,
  group: GroupIndex,
  kind: string,
  match: Match | undefined,
  nouns: EventNouns,
): Draft {
  const g = reading.doc.groups[group];
  const words: string[] = [];
  let proper = false;
  for (let i = g?.start ?? 0; g && i < g.head; i++) {
    const text = reading.doc.tokens[i]?.text ?? '';
    const m = reading.doc.morphology[i];
    const counts = m?.upos === 'NUM' && !YEAR.test(text);
    if (nouns.pointing.includes(text.toLowerCase()) || counts || !/[\p{L}\p{N}]/u.test(text)) continue;
    words.push(text);
    if (m?.upos === 'PROPN') proper = true;
  }
  const modifiers = reading.modifiers(group);
  const places = modifiers.filter((m) => m.kind === 'place').flatMap((m) => reading.linksOf(m.id).map((l) => l.entity));
  const slots = match ? [...(match.slots.A ?? []), ...(match.slots.B ?? [])] : partiesOf(reading, group);
  const participants = slots.filter((x) => isActor(reading, x)).flatMap((x) => x.entities);
  const located = placesAfter(reading, group);
  const indefinite = /^an?$/i.test(reading.doc.tokens[g?.start ?? NOWHERE]?.text ?? '');
  return { kind, group, words, proper, participants, places: [...places, ...located], indefinite };
}

/** "a meeting [between Fiji and Tonga]" that no frame took. */
const partiesOf = (reading: Reading, group: GroupIndex): Participant[] =>
  (reading.clauses.nouns[group]?.obliques ?? [])
    .filter((o) => o.preposition === 'between')
    .flatMap((o) => participantsOf(reading, o.phrase));

/** "in Geneva", "at Camp David" right behind the noun. */
function placesAfter(reading: Reading, group: GroupIndex): EntityId[] {
  const found =
    reading.clauses.nouns[group]?.obliques.filter((o) => o.preposition === 'in' || o.preposition === 'at') ?? [];
  return found
    .flatMap((o) => participantsOf(reading, o.phrase))
    .filter((x) => x.direct && x.mention?.use === 'place')
    .flatMap((x) => x.entities);
}

/** A later phrase is the same event when it adds no other name and no other participants. */
function agrees(node: EventNode, words: ReadonlySet<string>, draft: Draft): boolean {
  const foreign = draft.words.some((w) => (/^\p{Lu}/u.test(w) || YEAR.test(w)) && !words.has(w.toLowerCase()));
  if (foreign) return false;
  // "the Ramallah meeting" and "a meeting at the bridge" are two.
  if (node.places.size > 0 && draft.places.length > 0 && !draft.places.some((id) => node.places.has(id))) return false;
  if (draft.participants.length === 0 || (node.participants.size === 0 && !draft.indefinite)) return true;
  return draft.participants.every((id) => node.participants.has(id));
}

/** "[another] campaign", "a [second] summit": not the one told of before. */
function isAnother({ doc }: Reading, { start, head }: Group): boolean {
  for (let i = start; i < head; i++) if (OTHER.test(doc.tokens[i]?.text ?? '')) return true;
  return false;
}
const OTHER = /^(?:another|different|separate|further|second|third|fourth|similar|fresh)$/i;

function createNode(reading: Reading, draft: Draft, others: readonly Known[]): EventNode {
  const g = reading.doc.groups[draft.group];
  const head = g ? (reading.doc.tokens[g.head]?.text ?? '') : '';
  const named = [...draft.words, head].join(' ');
  const names = [...new Set(draft.participants)].slice(0, 3).map((id) => reading.entity(id)?.name ?? id);
  const name = draft.proper || names.length === 0 ? named : `${names.join('–')} ${named}`;
  const year = reading.doc.article.publishedOn?.slice(0, 4);
  const dated = draft.words.some((w) => YEAR.test(w));
  const scope = dated ? '' : draft.proper ? (year ?? '') : reading.doc.article.id.slice(0, 12);
  const id = `event:${slug([name, scope].filter(Boolean).join(' '))}`;
  const same = others.filter(({ node }) => node.entity.id === id || node.entity.id.startsWith(`${id}-no-`)).length;
  return {
    entity: {
      id: same === 0 ? id : `${id}-no-${same + 1}`,
      kind: 'event',
      name: name.charAt(0).toUpperCase() + name.slice(1),
      aliases: [],
      subkind: draft.kind,
      known: false,
      ...(year ? { from: year } : {}),
    },
    groups: [draft.group],
    participants: new Set(draft.participants),
    places: new Set(draft.places),
  };
}
