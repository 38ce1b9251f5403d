import type { Mention } from '../model/entity.ts';
import type { SlotPosition, SubjectSource } from '../model/explanation.ts';
import type { Span } from '../model/span.ts';
import type { GroupIndex, NounPhrase, Predicate, PredicateIndex } from '../syntax/clause.ts';
import { clauseOf, logicalClause, phraseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import type { Reading } from './reading.ts';

/** A place of the sentence from which a frame may take somebody. */
export interface Place {
  readonly position: SlotPosition;
  readonly preposition?: string;
  readonly phrase?: NounPhrase;
  /** Mentions that stand there without a phrase of their own ("[French] visit", "[their] talks"). */
  readonly mentions?: readonly Mention[];
  /** Verb or noun at which it is. */
  readonly at: Span;
  readonly from?: { readonly span: Span; readonly by: SubjectSource };
}

/** All places round the trigger of a match, the closest first, then every other one of its sentence. */
export function placesOf(reading: Reading, match: Match): Place[] {
  const content = match.embedded.flatMap((index) => contentPlaces(reading, index));
  const others = elsewhere(reading, match.trigger.start);
  if (match.noun !== undefined) return [...nounPlaces(reading, match.noun), ...content, ...others];
  if (match.predicate === undefined) return [...content, ...others];
  return [...verbPlaces(reading, match.predicate), ...content, ...mainSubject(reading, match.predicate), ...others];
}

/** "lifted the sanctions [imposed on Peru]": what stands at other verbs and nouns of the sentence. */
function elsewhere(reading: Reading, token: number): Place[] {
  const sentence = reading.doc.sentences.findIndex((s) => s.start <= token && token < s.end);
  const verbs = reading.index.predicatesIn(sentence).flatMap((p) => verbPlaces(reading, reading.index.indexOf(p)));
  const nouns = reading.index.groupsIn(sentence).flatMap((group) => nounPlaces(reading, group));
  return [...verbs, ...nouns].map(
    ({ phrase, mentions, at }): Place => ({
      position: 'elsewhere',
      ...(phrase ? { phrase } : {}),
      ...(mentions ? { mentions } : {}),
      at,
    }),
  );
}

function verbPlaces(reading: Reading, index: PredicateIndex): Place[] {
  const p = reading.clauses.predicates[index];
  if (!p) return [];
  const clause = clauseOf(reading, index);
  const at = p.span;
  const own = clause.subject === logicalClause(p).subject;
  const from = own && p.voice === 'active' ? subjectSource(reading, p) : undefined;
  const lent = p.voice === 'passive' ? subjectSource(reading, p) : undefined;
  return [
    ...(clause.subject
      ? [
          {
            position: !own ? ('owner' as const) : p.voice === 'passive' ? ('agent' as const) : ('subject' as const),
            phrase: clause.subject,
            at,
            ...(from ? { from } : {}),
          },
        ]
      : []),
    ...clause.objects.map((phrase): Place => {
      const raised = p.voice === 'passive' && phrase === p.subject;
      return { position: raised ? 'passive-subject' : 'object', phrase, at, ...(raised && lent ? { from: lent } : {}) };
    }),
    ...clause.obliques.map(
      (o): Place => ({
        position: 'oblique',
        preposition: o.preposition,
        phrase: o.phrase,
        at,
      }),
    ),
  ];
}

function contentPlaces(reading: Reading, index: PredicateIndex): Place[] {
  return verbPlaces(reading, index).map(({ from: _, ...place }) => ({
    ...place,
    position: CONTENT[place.position] ?? place.position,
  }));
}

const CONTENT: Readonly<Partial<Record<SlotPosition, SlotPosition>>> = {
  subject: 'content-subject',
  agent: 'content-subject',
  object: 'content-object',
  'passive-subject': 'content-object',
  oblique: 'content-oblique',
};

function nounPlaces(reading: Reading, group: GroupIndex): Place[] {
  const { nouns, predicates } = reading.clauses;
  const context = nouns[group];
  const g = reading.doc.groups[group];
  if (!context || !g) return [];
  const at = { start: g.head, end: g.head + 1 };
  const owner = context.owner === undefined ? undefined : phraseOf(reading, context.owner);
  const inside = reading.modifiers(group);
  const pronouns = pronounsIn(reading, { start: g.start, end: g.head });
  const above = context.role ? predicates[context.role.predicate] : undefined;
  const support = above ? logicalClause(above) : undefined;
  return [
    ...(owner ? [{ position: 'owner' as const, phrase: owner, at }] : []),
    ...(pronouns.length ? [{ position: 'owner' as const, mentions: pronouns, at }] : []),
    ...(inside.length ? [{ position: 'modifier' as const, mentions: inside, at }] : []),
    ...context.obliques.map((o): Place => ({ position: 'oblique', preposition: o.preposition, phrase: o.phrase, at })),
    ...(above && support?.subject
      ? [{ position: 'support-subject' as const, phrase: support.subject, at: above.span }]
      : []),
    ...(above && support
      ? support.obliques.map(
          (o): Place => ({
            position: 'oblique',
            preposition: o.preposition,
            phrase: o.phrase,
            at: above.span,
          }),
        )
      : []),
  ];
}

function pronounsIn(reading: Reading, { start, end }: Span): Mention[] {
  const found: Mention[] = [];
  for (let i = start; i < end; i++) {
    const mention = reading.doc.morphology[i]?.xpos === 'PRP$' ? reading.mentionAt(i) : undefined;
    if (mention) found.push(mention);
  }
  return found;
}

/** "put out a report [accusing X]": the subject of the clause above. */
function mainSubject(reading: Reading, index: PredicateIndex): Place[] {
  const governor = reading.clauses.predicates[index]?.governor;
  const above = governor && reading.clauses.predicates[governor.predicate];
  const subject = above && logicalClause(above).subject;
  return above && subject ? [{ position: 'main-subject', phrase: subject, at: above.span }] : [];
}

/** Whose subject a clause took that has none of its own words for it. */
function subjectSource(reading: Reading, p: Predicate): Place['from'] {
  const { governor, subject } = p;
  const above = governor && reading.clauses.predicates[governor.predicate];
  if (!governor || !above || !subject) return undefined;
  if (governor.relation === 'relative') return { span: above.span, by: 'relative' };
  const lent = [above.subject, ...above.objects].some((x) => x?.groups[0] === subject.groups[0]);
  if (!lent) return undefined;
  if (governor.relation === 'coordinate') return { span: above.span, by: 'shared' };
  return { span: above.span, by: governor.relation === 'adverbial' ? 'adverbial' : 'control' };
}
