import { NOWHERE } from '../base/nowhere.ts';
import type { StandingFact } from '../model/analysis.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import type { Assembly } from './assemble.ts';
import { backingFacts } from './backing-facts.ts';
import { type FactDraft, pairs, toFact } from './fact.ts';
import { headOf } from './head-facts.ts';
import { phraseOf } from './logical-clause.ts';
import { allyFacts, type NounRelations, named, nounFacts, othersOf } from './noun-facts.ts';
import { isPlace, type Participant, participantsOf, type Reading, toParticipant } from './reading.ts';
import { standingOf } from './status.ts';

/**
 * What noun phrases say in passing of who holds, leads, backs or belongs to whom: "the Houthi-controlled port of Hodeidah",
 * "Jund al-Aqsa, a faction of the Free Army", "Lena Berg of the Red Cross", "Assad's government".
 */
export function phraseFacts(context: Assembly, relations: NounRelations): StandingFact[] {
  const { reading } = context;
  const drafts = [
    ...compounds(reading),
    ...nounFacts(context, relations),
    ...allyFacts(reading),
    ...backingFacts(context),
  ];
  reading.doc.groups.forEach((g, group) => {
    if (g.kind === 'noun')
      drafts.push(
        ...underControl(context, group),
        ...headOf(reading, group, context.headTitles),
        ...belongingOf(reading, group),
        ...governmentOf(reading, group),
      );
  });
  const told = new Map(drafts.map((d) => [`${d.relation} ${d.source} ${d.target} ${d.sentence}`, d]));
  return [...told.values()].filter((d) => d.source !== d.target).map((d) => toFact(reading, d));
}

/** "X-held", "X-led", "X-backed": the participle tells what X is to what follows. */
const COMPOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    controls: 'administered controlled governed held occupied ruled run',
    leads: 'commanded headed led',
    backs: 'armed backed financed funded sponsored supported trained',
    'allied-with': 'affiliated aligned allied linked',
  }).flatMap(([relation, words]) => words.split(' ').map((word) => [word, relation] as const)),
);

function compounds(reading: Reading): FactDraft[] {
  const { doc } = reading;
  return doc.tokens.flatMap((token, at) => {
    const relation = isHyphen(token.text) ? COMPOUNDS.get(doc.tokens[at + 1]?.text.toLowerCase() ?? '') : undefined;
    const owned = relation ? (reading.groupAt(at + 2) ?? reading.index.groupFrom(at + 2)) : undefined;
    if (!relation || owned === undefined) return [];
    const targets = participantsOf(reading, phraseOf(reading, owned)).filter(
      (x) => x.direct && isHeldBy(x, relation, reading),
    );
    const source = holder(reading, at, relation, targets);
    if (!source) return [];
    const words = { start: source.span.start, end: doc.groups[owned]?.end ?? at + 2 };
    return pairs(source, targets, {
      relation,
      sentence: doc.groups[owned]?.sentence ?? 0,
      words,
      rule: 'events/compound',
    });
  });
}

/** Who stands before the hyphen; of "rebel-held Idlib" the rebels of that country whom the text names elsewhere. */
function holder(
  reading: Reading,
  hyphen: TokenIndex,
  relation: string,
  held: readonly Participant[],
): Participant | undefined {
  const name = reading.mentionAt(hyphen - 1);
  if (name?.span.end === hyphen) return toParticipant(reading, name, true);
  const side = SIDES.get(reading.lemma(hyphen - 1));
  const country = held[0]?.mention?.country;
  if (side === undefined || country === undefined || relation !== 'controls') return undefined;
  const id = side === '' ? `country:${country}` : `group:${country}:${side}`;
  const span = { start: hyphen - 1, end: hyphen };
  return reading.entity(id) ? { span, entities: [id], confidence: 0.7, direct: true } : undefined;
}

/** Ends of the ids of unnamed groups; none for the state itself. */
const SIDES: ReadonlyMap<string, string> = new Map([
  ['government', ''],
  ['regime', ''],
  ['rebel', 'rebels'],
  ['insurgent', 'rebels'],
  ['opposition', 'opposition'],
  ['separatist', 'separatists'],
  ['militant', 'militants'],
  ['jihadist', 'militants'],
]);

const isHyphen = (text: string): boolean => text === '-' || text === '–' || text === '‑';

/** Places are held, bodies are led and backed. */
function isHeldBy(x: Participant, relation: string, reading: Reading): boolean {
  const kinds = x.entities.map((id) => reading.entity(id)?.kind);
  return kinds.every(
    (kind) => kind === 'organization' || (relation === 'controls' && (kind === 'place' || isPlace(x))),
  );
}

/** "Lena Berg of the Red Cross", "the 3rd Battalion of the Ranger Regiment": where they belong, said right behind the name. */
function belongingOf(reading: Reading, group: GroupIndex): FactDraft[] {
  const { doc } = reading;
  const head = doc.groups[group]?.head ?? -1;
  const name = reading.mentionAt(head);
  if (name?.form !== 'name' || !BELONGING[name.kind]?.test(doc.tokens[name.span.end]?.text ?? '')) return [];
  const next = reading.index.groupFrom(name.span.end + 1);
  const behind = doc.groups[next ?? NOWHERE];
  if (next === undefined || !behind || behind.start > name.span.end + 2) return [];
  const bodies = participantsOf(reading, phraseOf(reading, next)).filter((x) => x.direct && isBody(x, reading));
  return pairs(toParticipant(reading, name, true), bodies, {
    relation: name.kind === 'person' ? 'member-of' : 'part-of',
    sentence: behind.sentence,
    words: { start: name.span.start, end: behind.end },
    rule: 'events/of-body',
  });
}

/** Prepositions by which people and bodies belong to a body. */
const BELONGING: Readonly<Record<string, RegExp>> = {
  person: /^(?:of|from)$/,
  organization: /^(?:of|at|within|under)$/,
};

const isBody = (x: Participant, { entity }: Reading): boolean =>
  x.entities.length > 0 && x.entities.every((id) => entity(id)?.kind === 'organization');

const GOVERNMENT =
  /^(?:government|regime|administration|cabinet|junta|army|troops|forces?|militia|movement|party|coalition|faction)$/;

/** "Assad's government", "the minister-president and his cabinet". */
function governmentOf(reading: Reading, group: GroupIndex): FactDraft[] {
  const { doc, clauses } = reading;
  const g = doc.groups[group];
  if (!g || !GOVERNMENT.test(reading.lemma(g.head))) return [];
  const owner = clauses.nouns[group]?.owner;
  const leaders =
    owner === undefined
      ? doc.morphology[g.start]?.xpos === 'PRP$'
        ? [reading.mentionAt(g.start)].flatMap((m) => (m ? [toParticipant(reading, m, true)] : []))
        : []
      : participantsOf(reading, phraseOf(reading, owner));
  const led = participantsOf(reading, phraseOf(reading, group)).filter((x) => x.direct && x.mention?.head === g.head);
  return leaders
    .filter((x) => x.direct && x.entities.length === 1 && reading.entity(x.entities[0] ?? '')?.kind === 'person')
    .flatMap((x) =>
      pairs(x, led, {
        relation: 'leads',
        sentence: g.sentence,
        words: { start: Math.min(g.start, x.span.start), end: g.end },
        rule: 'events/owner',
      }),
    );
}

/** "areas under Taliban control", "The brigade is under the command of X". */
function underControl(context: Assembly, group: GroupIndex): FactDraft[] {
  const { reading } = context;
  const { doc } = reading;
  const g = doc.groups[group];
  const relation = UNDER.get(reading.lemma(g?.head ?? -1));
  if (!g || !relation || doc.tokens[g.start - 1]?.text !== 'under') return [];
  const holders = othersOf(reading, group, ['of']);
  const held = heldUnder(context, group).filter((x) =>
    relation === 'leads' ? isBody(x, reading) : isHeldBy(x, relation, reading),
  );
  const fact = { relation, sentence: g.sentence, words: { start: g.start - 1, end: g.end }, rule: 'events/under' };
  return holders.flatMap((x) => pairs(x, held, fact));
}

const UNDER: ReadonlyMap<string, string> = new Map(
  Object.entries({ controls: 'control rule occupation administration', leads: 'command leadership' }).flatMap(
    ([relation, words]) => words.split(' ').map((word) => [word, relation] as const),
  ),
);

/** What stands right before "under", or is or comes there. */
function heldUnder({ reading, lexicon }: Assembly, group: GroupIndex): readonly Participant[] {
  const { doc, clauses, index } = reading;
  const g = doc.groups[group];
  const before = doc.groups[group - 1];
  if (!g) return [];
  if (before?.kind === 'noun' && before.end === g.start - 1) return named(reading, phraseOf(reading, group - 1));
  const over = index
    .predicatesIn(g.sentence)
    .filter((p) => STAYING.has(p.lemma) && p.span.start < g.start)
    .at(-1);
  const at = over ? index.indexOf(over) : -1;
  if (!over?.subject || (before?.kind === 'noun' && before.start > over.span.start)) return [];
  const { negated, modality } = standingOf(reading, at, lexicon);
  return negated || modality !== 'asserted' || !clauses.predicates[at] ? [] : named(reading, over.subject);
}

const STAYING: ReadonlySet<string> = new Set(['be', 'remain', 'stay', 'come', 'fall', 'operate', 'fight', 'serve']);
