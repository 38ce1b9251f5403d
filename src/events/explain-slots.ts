import type { SlotName } from '../knowledge/knowledge.ts';
import type { Mention } from '../model/entity.ts';
import type { Argument } from '../model/event.ts';
import type { SlotFilling, SlotPosition } from '../model/explanation.ts';
import type { EntityId } from '../model/ids.ts';
import { overlaps, type Span } from '../model/span.ts';
import { positionMessage } from './explain-positions.ts';
import { toWords } from './explain-words.ts';
import type { Match } from './match.ts';
import { isActor, type Participant, participantsOf, type Reading } from './reading.ts';
import { type Place, placesOf } from './slot-places.ts';

/** Name of an entity for people. */
export type NameOf = (id: EntityId) => string;

/** A match with the parts that were made of it. */
export interface Filled {
  readonly reading: Reading;
  readonly match: Match;
  readonly arguments: readonly Argument[];
}

const SLOTS: readonly SlotName[] = ['A', 'B', 'C', 'L', 'X'];

/** Everybody and everything that the frame bound, also what was left out, then what the sentence adds. */
export function slotFillings(filled: Filled, nameOf: NameOf): SlotFilling[] {
  const { reading, match } = filled;
  const places = placesOf(reading, match);
  const open = new Set(filled.arguments);
  const bound = SLOTS.flatMap((slot) =>
    (match.slots[slot] ?? []).map((x) => {
      const argument = takeArgument(x, slot, open);
      return filling(filled, places, nameOf, { slot, x, ...(argument ? { argument } : {}) });
    }),
  );
  const added = [...open].map((argument) => {
    const x = participantAt(reading, places, argument);
    return filling(filled, places, nameOf, { argument, ...(x ? { x } : {}) });
  });
  return [...bound, ...added];
}

const ROLES: Readonly<Record<SlotName, readonly Argument['role'][]>> = {
  A: ['actor'],
  B: ['recipient'],
  C: ['issue'],
  L: ['location'],
  X: [],
};

/** The argument that a participant became; each is taken once. */
function takeArgument(x: Participant, slot: SlotName, open: Set<Argument>): Argument | undefined {
  const mine = [...open].filter((a) => ROLES[slot].includes(a.role));
  const found =
    mine.find((a) => x.mention !== undefined && a.mention === x.mention.id) ??
    mine.find((a) => overlaps(a.span, x.span)) ??
    mine.find((a) => a.entities.some((id) => x.entities.includes(id)));
  if (found) open.delete(found);
  return found;
}

/** Who is meant by an argument that no slot of the frame bound. */
const participantAt = (reading: Reading, places: readonly Place[], { span }: Argument): Participant | undefined =>
  places.flatMap((p) => membersOf(reading, p)).find((x) => overlaps(x.span, span));

const membersOf = (reading: Reading, place: Place): readonly Participant[] =>
  place.phrase ? participantsOf(reading, place.phrase) : [];

interface Bound {
  readonly slot?: SlotName;
  readonly x?: Participant;
  readonly argument?: Argument;
}

function filling(filled: Filled, places: readonly Place[], nameOf: NameOf, bound: Bound) {
  const { reading, match } = filled;
  const { slot, x, argument } = bound;
  const span = x?.span ?? argument?.span ?? match.trigger;
  const place = places.find((p) => holds(reading, p, span, x));
  const position: SlotPosition = place?.position ?? 'elsewhere';
  const within = x && place?.phrase && !x.direct ? groupOf(reading, place, x) : undefined;
  const words = toWords(reading, span);
  const result: Omit<SlotFilling, 'message'> = {
    ...(slot ? { slot } : {}),
    ...(argument ? { role: argument.role } : {}),
    words,
    position,
    ...(place?.preposition ? { preposition: place.preposition } : {}),
    ...(place ? { at: toWords(reading, place.at) } : {}),
    ...(place?.from ? { from: { words: toWords(reading, place.from.span), by: place.from.by } } : {}),
    ...(within ? { within: toWords(reading, within) } : {}),
    entities: linked(reading, x?.mention, argument?.entities ?? x?.entities ?? [], nameOf),
  };
  const left = argument ? '' : leftOut(reading, bound, filled.arguments);
  const guess = match.fromContent && slot === 'B' ? '; the frame names nobody there itself' : '';
  return { ...result, message: `${positionMessage(result)}${guess}${left}` };
}

/** Whether a place holds the words: as one of its participants, as a mention beside the noun, or as the phrase itself. */
function holds(reading: Reading, place: Place, span: Span, x: Participant | undefined): boolean {
  const same = (other: Span): boolean => other.start === span.start && other.end === span.end;
  if (x && membersOf(reading, place).some((member) => same(member.span))) return true;
  return place.mentions?.some((m) => same(m.span)) ?? (!x && !!place.phrase && overlaps(place.phrase.span, span));
}

function groupOf(reading: Reading, place: Place, x: Participant): Span | undefined {
  const { phrase } = place;
  const group = phrase?.groups.find((g) =>
    participantsOf(reading, { ...phrase, groups: [g] }).some((y) => y.span.start === x.span.start),
  );
  const g = group === undefined ? undefined : reading.doc.groups[group];
  return g && { start: g.start, end: g.end };
}

function linked(reading: Reading, mention: Mention | undefined, ids: readonly EntityId[], nameOf: NameOf) {
  const links = mention ? reading.linksOf(mention.id) : [];
  return ids.map((id) => {
    const link = links.find((l) => l.entity === id);
    // "Moscow" is linked to a place and acts as the state for which it stands.
    const rule = link?.rule ?? (links.length > 0 ? 'acts-for' : undefined);
    const confidence = link?.confidence ?? links[0]?.confidence;
    return {
      id,
      name: nameOf(id),
      ...(rule ? { link: rule } : {}),
      ...(confidence === undefined ? {} : { confidence }),
    };
  });
}

function leftOut(reading: Reading, { slot, x }: Bound, args: readonly Argument[]): string {
  if (slot !== 'A' && slot !== 'B') return '; the frame asks for it, but it takes no part';
  const actors = new Set(args.filter((a) => a.role === 'actor').flatMap((a) => a.entities));
  if (x && x.entities.length > 0 && x.entities.every((id) => actors.has(id)))
    return '; left out: it is the actor itself';
  if (x && !isActor(reading, x)) return '; left out: it names nobody who could take part';
  return '; left out: it has no part of its own';
}
