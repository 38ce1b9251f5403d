import { NOWHERE } from '../base/nowhere.ts';
import type { StandingFact } from '../model/analysis.ts';
import type { Attribution } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { type Assembly, evidenceOf } from './assemble.ts';
import { phraseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { copulaOver } from './noun-facts.ts';
import { matchStanding } from './noun-standing.ts';
import { isActor, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';
import { hostOf } from './renaming.ts';

/** Who leads, controls or belongs to whom, as the frames of STANDING.tsv read it; only what is told as so, with who says it. */
export function standingFacts(context: Assembly, matches: readonly Match[]): StandingFact[] {
  return matches.flatMap((match) => {
    const { negated, modality, attribution } = matchStanding(context.reading, match, context.lexicon);
    const holds = !negated && modality === 'asserted' && !isCharge(match, context);
    const facts = holds ? factsOf(match, context, attribution) : [];
    if (facts.length > 0) context.trace?.held({ reading: context.reading, match });
    return facts;
  });
}

/** "suspected of being a member of X", "charged with leading X": what others hold against somebody. */
function isCharge({ predicate }: Match, { reading }: Assembly): boolean {
  const { predicates } = reading.clauses;
  const governor = predicates[predicate ?? NOWHERE]?.governor;
  return governor?.relation === 'complement' && CHARGING.has(predicates[governor.predicate]?.lemma ?? '');
}

const CHARGING: ReadonlySet<string> = new Set(['accuse', 'suspect', 'charge', 'blame', 'convict', 'acquit', 'clear']);

function factsOf(match: Match, context: Assembly, attribution: Attribution | undefined): StandingFact[] {
  const relation = match.frame.relation;
  if (!relation || isCompany(match, context)) return [];
  const sources = alike(sides(match, 'A', context), context).filter(
    ([a]) => relation !== 'member-of' || !isCounted(a, context),
  );
  const targets = sides(match, 'B', context).filter(
    ([b, id]) => mayBeTarget(relation, match, id, context) && (relation !== 'leads' || !isPartOf(b, context)),
  );
  const isPerson = (id: EntityId): boolean => context.reading.entity(id)?.kind === 'person';
  return sources.flatMap(([a, source]) =>
    targets.flatMap(([b, target]): StandingFact[] => {
      if (source === target) return [];
      // A body that rules a town holds it.
      const holds = relation === 'leads' && !isPerson(source) && isPlace(b);
      if (relation === 'leads' && !holds && !isPerson(source) && isSeat(b, context)) return [];
      const evidence = evidenceOf(match, context.reading);
      const confidence = Math.round(800 * Math.min(a.confidence, b.confidence)) / 1000;
      const texts = { sourceText: words(a, context), targetText: words(b, context) };
      return [
        {
          relation: holds ? 'controls' : relation,
          source,
          target,
          confidence,
          evidence,
          ...(attribution ? { attribution } : {}),
          ...texts,
        },
      ];
    }),
  );
}

/** "led by [the premier], and [the parliament], …": what stands behind a person and is none belongs elsewhere in the sentence. */
function alike(found: readonly [Participant, EntityId][], { reading }: Assembly): readonly [Participant, EntityId][] {
  const isPerson = (id: EntityId | undefined): boolean => reading.entity(id ?? '')?.kind === 'person';
  return isPerson(found[0]?.[1]) ? found.filter(([, id]) => isPerson(id)) : found;
}

/** "ten [Thais]", "a [Filipino]": people of a state, who are members where it is none. */
const isCounted = ({ mention, span }: Participant, { reading: { doc, linksOf } }: Assembly): boolean =>
  mention !== undefined &&
  linksOf(mention.id).some((l) => l.rule === 'demonym') &&
  doc.morphology[span.start - 1]?.upos !== 'PUNCT' &&
  doc.tokens[span.start - 1]?.text.toLowerCase() !== 'the';

/** "runs southern [Beirut]": a town that the linker takes for its state. */
const isSeat = ({ mention }: Participant, { reading }: Assembly): boolean =>
  mention !== undefined && reading.linksOf(mention.id).some((l) => l.rule === 'metonym');

const STATE_ITSELF = /^(?:government|regime|administration|cabinet|country|nation|state|kingdom|republic)$/;

/** "a [Georgian] delegation": who leads it leads no Georgia. */
const isPartOf = ({ mention }: Participant, { reading }: Assembly): boolean =>
  mention?.form === 'nominal' &&
  reading.linksOf(mention.id).some((l) => reading.entity(l.entity)?.kind === 'country') &&
  !STATE_ITSELF.test(reading.lemma(mention.head));

/** Members are those of a body, only who fights or serves may do so for a state; places are taken and held, people are not controlled. */
function mayBeTarget(relation: string, { frame, predicate }: Match, id: EntityId, { reading }: Assembly): boolean {
  const kind = reading.entity(id)?.kind;
  const verb = reading.clauses.predicates[predicate ?? NOWHERE]?.lemma ?? '';
  if (relation === 'allied-with' || relation === 'backs') return true;
  if (relation === 'member-of') return kind === 'organization' || (SERVING.has(verb) && kind !== 'person');
  if (relation === 'controls')
    return (
      kind === 'place' ||
      (kind !== 'person' && (RULING.has(verb) || frame.pos === 'noun' || frame.text.includes('control')))
    );
  return kind !== 'person';
}

const SERVING: ReadonlySet<string> = new Set(['fight', 'serve']);
const RULING: ReadonlySet<string> = new Set(['control', 'occupy', 'have', 'be']);

/** "joined NATO [in calling for peace]", "joined the alliance [to condemn]": done beside it, not as its member. */
function isCompany({ frame, predicate }: Match, { reading }: Assembly): boolean {
  if (!frame.triggers.includes('join')) return false;
  return reading.clauses.predicates[predicate ?? NOWHERE]?.complements.some((c) => c.form !== 'that') ?? false;
}

/** What stands there itself and is an actor or a place; "the Russian army" belongs to Russia, but what it holds Russia's border guards may not. */
function sides(match: Match, slot: 'A' | 'B', { reading }: Assembly): [Participant, EntityId][] {
  const itself = (list: readonly Participant[]): readonly Participant[] =>
    list.filter((x) => x.direct && x.entities.length > 0 && (isActor(reading, x) || x.mention?.kind === 'place'));
  const own = itself(match.slots[slot] ?? []);
  const found =
    own.length > 0 ? own : itself((match.phrases[slot]?.groups ?? []).flatMap((g) => described(reading, g)));
  return found.flatMap((x) => x.entities.map((id): [Participant, EntityId] => [x, id]));
}

/** "Mosul is the largest [city] held by Daesh", "Tadmur, [a town] run by rebels": the name for which the noun stands. */
function described(reading: Reading, group: GroupIndex): readonly Participant[] {
  const host = hostOf(reading, group);
  const subject = reading.clauses.predicates[copulaOver(reading, group) ?? NOWHERE]?.subject;
  const phrase = host === undefined ? subject : phraseOf(reading, host);
  return phrase ? participantsOf(reading, phrase) : [];
}

function words({ span }: Participant, { reading: { doc } }: Assembly): string {
  const [first, last] = [doc.tokens[span.start], doc.tokens[span.end - 1]];
  return first && last ? doc.article.text.slice(first.start, last.end) : '';
}
