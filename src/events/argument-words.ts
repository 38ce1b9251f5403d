import { extend } from '../base/extend.ts';
import { NOWHERE } from '../base/nowhere.ts';
import type { Mention } from '../model/entity.ts';
import type { Argument, ArgumentRole } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import type { Participant, Reading } from './reading.ts';

/**
 * The arguments that a participant gives: their words are those that a reader would name. A pronoun gives way to the phrase of its own
 * sentence that it stands for ("[The ELN] said it will release …"; `mention` stays the pronoun), one argument a phrase; a description
 * takes the words with it that say whose or who it is ("leaders [of Romania's government]", "police [in Chad]", "his counterpart, [Anna Berg]").
 */
export function toArguments(role: ArgumentRole, x: Participant, reading: Reading): Argument[] {
  const { mention } = x;
  const plain = { role, entities: x.entities, ...(mention ? { mention: mention.id } : {}) };
  if (mention?.form === 'pronoun') {
    return antecedents(reading, mention, x.entities).map((found) => extend(plain, found));
  }
  const span = mention && x.direct && sameSpan(mention.span, x.span) ? describe(reading, mention, x.entities) : x.span;
  return [extend(plain, { span })];
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Phrases of the same sentence for the entities of a pronoun: the nearest one before it, else the nearest one behind it. */
function antecedents(
  reading: Reading,
  pronoun: Mention,
  entities: readonly EntityId[],
): { span: Span; entities: readonly EntityId[] }[] {
  const bySpan = new Map<string, { span: Span; entities: EntityId[] }>();
  for (const entity of entities) {
    const span = antecedent(reading, pronoun, entity) ?? pronoun.span;
    const key = `${span.start}-${span.end}`;
    const known = bySpan.get(key);
    if (known) known.entities.push(entity);
    else bySpan.set(key, { span, entities: [entity] });
  }
  return bySpan.size > 0 ? [...bySpan.values()] : [{ span: pronoun.span, entities }];
}

function antecedent(reading: Reading, pronoun: Mention, entity: EntityId): Span | undefined {
  const sentence = sentenceAt(reading, pronoun.head);
  const named = reading
    .mentionsOf(entity)
    .filter((m) => m.form !== 'pronoun' && sentence && m.span.start >= sentence.start && m.span.end <= sentence.end);
  // "[The president] of Kosovo resigned before he …": of one state's phrases the one for a person.
  const person = /^(?:he|she|him|her|his|hers)$/i.test(reading.doc.tokens[pronoun.head]?.text ?? '');
  const alike = named.filter((m) => (person ? m.kind === 'person' || m.form === 'nominal' : m.use !== 'modifier'));
  const found = [alike, named].flatMap((list) => nearest(list, pronoun) ?? [])[0];
  return found && describe(reading, found, [entity]);
}

const nearest = (mentions: readonly Mention[], { span }: Mention): Mention | undefined =>
  mentions.findLast((m) => m.span.end <= span.start) ?? mentions.find((m) => m.span.start > span.start);

function sentenceAt({ doc, groupAt }: Reading, token: number): Span | undefined {
  const group = doc.groups[groupAt(token) ?? NOWHERE];
  return group ? doc.sentences[group.sentence] : doc.sentences.find((s) => s.start <= token && token < s.end);
}

/** A description with the "of"-phrases and the name right behind it; a name as it is. */
function describe(reading: Reading, { span, head, form }: Mention, entities: readonly EntityId[]): Span {
  const group = form === 'name' ? undefined : reading.groupAt(head);
  if (group === undefined || reading.doc.groups[group]?.end !== span.end) return span;
  const end = endOfName(reading, group, endOfComplement(reading, group, span.end), entities);
  return { start: span.start, end: endOfHome(reading, end, entities) };
}

/** "inspectors [of the agency]", "the heirs [of the leader of Mali]". */
function endOfComplement(reading: Reading, group: GroupIndex, end: number): number {
  const { doc, clauses } = reading;
  const of = clauses.nouns[group]?.obliques.find((o) => {
    const owner = clauses.nouns[o.phrase.groups[0] ?? NOWHERE]?.owner;
    const start = doc.groups[owner ?? o.phrase.groups[0] ?? NOWHERE]?.start;
    return o.preposition === 'of' && start === end + 1;
  });
  const last = of?.phrase.groups.at(-1);
  const next = last === undefined ? undefined : doc.groups[last];
  return last === undefined || !next || next.end <= end ? end : endOfComplement(reading, last, next.end);
}

/** "police [in Chad]", "traders [from northern Mali]": the place right behind that says of which country they are. */
function endOfHome(reading: Reading, end: number, entities: readonly EntityId[]): number {
  const home = entities.map((id) => reading.entity(id)?.country)[0];
  const { doc } = reading;
  if (home === undefined || !HOME.has(doc.tokens[end]?.text ?? '')) return end;
  const group = doc.groups[reading.groupAt(end + 1) ?? NOWHERE];
  const place = group && reading.mentionAt(group.head);
  const theirs = place && reading.linksOf(place.id).some((link) => reading.entity(link.entity)?.country === home);
  return group && theirs ? group.end : end;
}

const HOME: ReadonlySet<string> = new Set(['in', 'from', 'across', 'inside']);

/** "his Iranian counterpart, [the minister Mostafa Najjar]": a name of the same entity, apposed. */
function endOfName(reading: Reading, group: GroupIndex, end: number, entities: readonly EntityId[]): number {
  const names = (reading.clauses.nouns[group]?.appositions ?? []).flatMap((g) => {
    const apposed = reading.doc.groups[g];
    const name = apposed && reading.mentionAt(apposed.head);
    const same = name && reading.linksOf(name.id).some((link) => entities.includes(link.entity));
    return apposed && same && apposed.start >= end && apposed.start <= end + 1 ? [apposed.end] : [];
  });
  return names[0] ?? end;
}
