import { NOWHERE } from '../base/nowhere.ts';
import type { Headed, Knowledge } from '../knowledge/knowledge.ts';
import { keepsOffice } from '../knowledge/office-words.ts';
import type { Span } from '../model/span.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { type FactDraft, pairs } from './fact.ts';
import { phraseOf } from './logical-clause.ts';
import { copulaOver, isPast, named, othersOf } from './noun-facts.ts';
import { type Participant, type Reading, toParticipant } from './reading.ts';
import { hostOf } from './renaming.ts';

/** Title in small letters -> what its holder leads. */
export type HeadTitles = ReadonlyMap<string, readonly Headed[]>;

export const indexHeadTitles = ({ titles }: Knowledge): HeadTitles =>
  new Map(titles.flatMap((t) => (t.heads ? [[t.title.toLowerCase().replace(/-/g, ' - '), t.heads] as const] : [])));

/** "the group's leader, X", "its commander", "the mayor of Kharkiv, X", "Kharkiv mayor X": who leads what is named or taken up there. */
export function headOf(reading: Reading, group: GroupIndex, titles: HeadTitles): FactDraft[] {
  const g = reading.doc.groups[group];
  const title = g && titleIn(reading, g, titles);
  if (!g || !title || isPast(reading, group) || !isHead(reading, group, title)) return [];
  const people = holders(reading, group, title);
  if (people.length !== 1) return [];
  const led = ledBy(reading, group, title).filter((x) => isHeaded(reading, x, title.heads));
  return people.flatMap((x) =>
    pairs(x, led, {
      relation: 'leads',
      sentence: g.sentence,
      words: {
        start: Math.min(g.start, x.span.start, ...led.map((y) => y.span.start)),
        end: Math.max(g.end, x.span.end, ...led.map((y) => y.span.end)),
      },
      rule: 'events/office',
    }),
  );
}

interface Title extends Span {
  readonly heads: readonly Headed[];
}

/** The last title of the group. */
function titleIn({ doc }: Reading, g: Span & { readonly head: number }, titles: HeadTitles): Title | undefined {
  for (let end = g.head + 1; end > g.start; end--)
    for (let start = Math.max(g.start, end - 5); start < end; start++) {
      const words = doc.tokens.slice(start, end).map((t) => t.text.toLowerCase());
      const heads = titles.get(words.join(' '));
      if (heads) return { start, end, heads };
    }
  return undefined;
}

/** No field, rank or part is named beside the title: see `keepsOffice`. */
function isHead(reading: Reading, group: GroupIndex, title: Title): boolean {
  const { doc } = reading;
  const g = doc.groups[group];
  if (!g) return false;
  const before = reading.modifiers(group);
  for (let i = g.start; i < title.start; i++)
    if (!before.some((m) => i >= m.span.start && i < m.span.end) && !keepsOffice(doc.tokens[i]?.text ?? ''))
      return false;
  return title.end <= g.head || !/^(?:in|for|at|from)$/.test(doc.tokens[g.end]?.text ?? '');
}

/** The person whose office it is: named behind the title, beside it, or described by it. */
function holders(reading: Reading, group: GroupIndex, title: Title): readonly Participant[] {
  const { doc, clauses } = reading;
  const head = doc.groups[group]?.head ?? NOWHERE;
  const own = reading.mentionAt(head);
  if (title.end <= head)
    return own?.form === 'name' && own.span.start >= title.end
      ? persons(reading, [toParticipant(reading, own, true)])
      : [];
  const host = hostOf(reading, group) ?? clauses.nouns[group]?.appositions[0];
  const beside = host === undefined ? [] : persons(reading, named(reading, phraseOf(reading, host)));
  if (beside.length > 0) return beside;
  const be = clauses.predicates[copulaOver(reading, group) ?? NOWHERE];
  if (be?.subject && !be.negated) return persons(reading, named(reading, be.subject));
  return own ? persons(reading, [toParticipant(reading, own, true)]) : [];
}

const persons = ({ entity }: Reading, list: readonly Participant[]): readonly Participant[] =>
  list.filter((x) => x.entities.length === 1 && entity(x.entities[0] ?? '')?.kind === 'person');

/** Whose title it is: "of X", "X's", "its", and names before it. */
function ledBy(reading: Reading, group: GroupIndex, title: Title): readonly Participant[] {
  const g = reading.doc.groups[group];
  if (title.end > (g?.head ?? -1))
    return othersOf(reading, group, ['of']).filter((x) => !isOneOfMany(reading, x, title));
  const behind = reading.doc.tokens[title.end]?.text === 'of' ? reading.index.groupFrom(title.end + 1) : undefined;
  const owner = reading.clauses.nouns[group]?.owner;
  const found = behind ?? owner;
  if (found !== undefined) return named(reading, phraseOf(reading, found));
  const before = reading.modifiers(group).filter((m) => m.span.end === title.start);
  return before.map((m) => toParticipant(reading, m, true)).filter((x) => !isOneOfMany(reading, x, title));
}

/** An armed group has many commanders: "Hezbollah commander X". */
const isOneOfMany = ({ doc, entity }: Reading, { entities, span }: Participant, title: Title): boolean =>
  span.end === title.start &&
  doc.tokens[title.start]?.text.toLowerCase() === 'commander' &&
  entities.some((id) => entity(id)?.subkind === 'armed-group');

const HEADED_AS: Readonly<Record<string, Headed>> = { country: 'state', organization: 'body', place: 'place' };

const isHeaded = ({ entity }: Reading, x: Participant, heads: readonly Headed[]): boolean =>
  x.entities.length > 0 &&
  x.entities.every((id) => {
    const kind = x.mention?.kind === 'place' ? 'place' : entity(id)?.kind;
    const headed = HEADED_AS[kind ?? ''];
    return headed !== undefined && heads.includes(headed);
  });
