import type { EntityLayer } from '../../src/entities/find.ts';
import type { ChunkedDocument } from '../../src/model/document.ts';
import type { Mention } from '../../src/model/entity.ts';
import type { TokenIndex } from '../../src/model/span.ts';
import type { GroupIndex } from '../../src/syntax/clause.ts';
import { isTemporal } from '../../src/syntax/items.ts';

/**
 * What a noun group names. `forces`: soldiers, peacekeepers and missions of no named country, most often somebody's own;
 * `amount`: money, tons, vehicles by number;
 * `marked`: a thing that an actor's name or noun stands before ("[Omani] missiles", "[police] station").
 */
export type Likeness = 'actor' | 'marked' | 'forces' | 'place' | 'thing' | 'amount' | 'pronoun' | 'time';

/** What the entity layer says of noun groups. */
export interface Actors {
  readonly likeness: (group: GroupIndex) => Likeness;
  /** The group that a pronoun or an office stands for by name, else the group itself. */
  readonly resolve: (group: GroupIndex) => GroupIndex;
  /** The word of a group that carries the actor: "[UN] plan", "Malian [army]". */
  readonly headOf: (group: GroupIndex) => TokenIndex;
  /** The two name the same, or the second belongs to the first ("Chad", "its troops"). */
  readonly isOwn: (owner: GroupIndex, group: GroupIndex) => boolean;
}

export function readActors(
  doc: ChunkedDocument,
  { mentions, links }: Pick<EntityLayer, 'mentions' | 'links'>,
  isAgent: (lemma: string) => boolean,
): Actors {
  const within = doc.groups.map(({ start, end }) => mentions.filter((m) => m.head >= start && m.head < end));
  const text: NamedGroups = { doc, mentions, within, entitiesOf: groupLinks(links) };
  return {
    likeness: (g) => likenessOf(doc, g, within[g] ?? [], isAgent),
    resolve: (g) => antecedentOf(text, g) ?? g,
    headOf: (g) => {
      const head = doc.groups[g]?.head ?? -1;
      const acting = (within[g] ?? []).filter(canAct);
      return acting.some((m) => m.head === head) ? head : (acting.at(-1)?.head ?? head);
    },
    isOwn: (owner, group) => isOwn(text, owner, group),
  };
}

/** The groups of a document with the mentions whose head stands in each. */
interface NamedGroups {
  readonly doc: ChunkedDocument;
  readonly mentions: readonly Mention[];
  readonly within: readonly (readonly Mention[])[];
  readonly entitiesOf: (mention: Mention) => readonly string[];
}

function groupLinks(links: EntityLayer['links']): NamedGroups['entitiesOf'] {
  const entities = new Map<string, string[]>();
  for (const l of links) entities.set(l.mention, [...(entities.get(l.mention) ?? []), l.entity]);
  return (m) => entities.get(m.id) ?? [];
}

const canAct = (m: Mention): boolean => m.kind !== 'event' && m.kind !== 'issue' && m.form !== 'pronoun';

/** The group of the last mention before a pronoun that stands for the same. */
function antecedentOf({ doc, mentions, within, entitiesOf }: NamedGroups, g: GroupIndex): GroupIndex | undefined {
  const pronoun = within[g]?.find((m) => m.form === 'pronoun' && m.head === doc.groups[g]?.head);
  if (!pronoun) return undefined;
  const wanted = entitiesOf(pronoun);
  const same = mentions.filter((m) => m.form !== 'pronoun' && entitiesOf(m).some((e) => wanted.includes(e)));
  const named = same.findLast((m) => m.head < pronoun.head) ?? same[0];
  const found = named ? doc.groups.findIndex((x) => x.start <= named.head && named.head < x.end) : -1;
  return found < 0 ? undefined : found;
}

function isOwn({ doc, within, entitiesOf }: NamedGroups, owner: GroupIndex, group: GroupIndex): boolean {
  const [theirs, mine] = [within[owner] ?? [], within[group] ?? []];
  const head = doc.groups[group]?.head;
  const self = mine.find((m) => m.head === head && m.form !== 'pronoun');
  // "its efforts", "its troops", but not "his counterpart"
  const hasOwner = !self || isForce(self);
  const same = mine.filter((m) => m === self || (hasOwner && m.form === 'pronoun')).flatMap(entitiesOf);
  // "Norway sent [Norwegian jets]": things named after the source's country, not its people.
  const isThing = !self && doc.morphology[head ?? -1]?.upos !== 'PROPN';
  const countries = isThing ? mine.flatMap((m) => m.country ?? []) : [];
  return theirs.some((m) => entitiesOf(m).some((e) => same.includes(e)) || countries.includes(m.country ?? ''));
}

/** Soldiers, peacekeepers, a mission. */
const isForce = (m: Mention): boolean => /^(?:MIL|IGO)$/.test(m.sector ?? '');

/** Words for a state by its ground: "left [the kingdom]", "in [the Malian capital]". */
const LAND = /^(?:capital|country|kingdom|nation|republic)$/;

function likenessOf(
  doc: ChunkedDocument,
  index: GroupIndex,
  mentions: readonly Mention[],
  isAgent: (lemma: string) => boolean,
): Likeness {
  const group = doc.groups[index];
  if (group?.kind !== 'noun') return 'thing';
  if (isTemporal(doc, group)) return 'time';
  const head = doc.morphology[group.head];
  // "help for [those] in need"
  if (doc.tokens[group.head]?.text.toLowerCase() === 'those') return 'actor';
  if (head?.upos === 'PRON') return 'pronoun';
  const acting = mentions.filter(canAct);
  const own = acting.find((m) => m.head === group.head);
  if (own?.kind === 'country' && own.form === 'nominal' && LAND.test(head?.lemma ?? '')) return 'place';
  if (own) return likenessOfMention(own, acting.length > 1);
  // "[Omani] missiles", "the [Quito] assembly vote": whose they are is named.
  if (acting.length > 0) return head?.upos === 'PROPN' ? 'actor' : 'marked';
  if (head?.upos === 'PROPN' || isCapitalised(doc, group.head)) return 'actor';
  const words = doc.morphology.slice(group.start, group.head + 1);
  const isHyphen = (i: number): boolean => doc.tokens[group.start + i]?.text === '-';
  // "[rebel] positions", "a [police] station"; not "state-of-the-art"
  if (words.some((m, i) => m.upos === 'NOUN' && isAgent(m.lemma) && !isHyphen(i + 1))) return 'marked';
  return words.some((m) => m.upos === 'NUM' || m.upos === 'SYM') ? 'amount' : 'thing';
}

/** @param isMarked another actor is named before it: "the [Danish] embassy" */
function likenessOfMention(m: Mention, isMarked: boolean): Likeness {
  const isNominal = m.form === 'nominal';
  if (isForce(m) && m.kind === 'organization' && isNominal && !m.country && !isMarked) return 'forces';
  if (m.kind !== 'place' && m.use !== 'place') return 'actor';
  return isNominal && isMarked ? 'marked' : 'place';
}

/** "the [Assembly]" inside a sentence is a name, whatever its tag. */
const isCapitalised = (doc: ChunkedDocument, token: TokenIndex): boolean =>
  /^\p{Lu}/u.test(doc.tokens[token]?.text ?? '') && !doc.sentences.some(({ start }) => start === token);
