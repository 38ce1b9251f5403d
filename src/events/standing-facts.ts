import type { StandingFact } from '../model/analysis.ts';
import type { EntityId } from '../model/ids.ts';
import { type Assembly, evidenceOf } from './assemble.ts';
import type { Match } from './match.ts';
import { matchStanding } from './noun-standing.ts';
import { isActor, type Participant } from './reading.ts';

/** Who leads, controls or belongs to whom, as the frames of STANDING.tsv read it; only what is told as so. */
export function standingFacts(context: Assembly, matches: readonly Match[]): StandingFact[] {
  return matches.flatMap((match) => {
    const facts = holds(match, context) ? factsOf(match, context) : [];
    if (facts.length > 0) context.trace?.held({ reading: context.reading, match });
    return facts;
  });
}

function holds(match: Match, context: Assembly): boolean {
  const { reading, lexicon } = context;
  const { negated, modality } = matchStanding(reading, match, lexicon);
  return !negated && modality === 'asserted';
}

function factsOf(match: Match, context: Assembly): StandingFact[] {
  const relation = match.frame.relation;
  if (!relation) return [];
  if (isCompany(match, context)) return [];
  const sources = sides(match.slots.A, context);
  const targets = sides(match.slots.B, context).filter(
    ([b, id]) =>
      b.direct &&
      (relation === 'allied-with' || context.reading.entity(id)?.kind !== 'person') &&
      (relation !== 'member-of' || isBody(id, context) || SERVING.has(match.frame.triggers[0] ?? '')),
  );
  return sources.flatMap(([a, source]) =>
    targets.flatMap(([b, target]) => {
      if (source === target) return [];
      const evidence = evidenceOf(match, context.reading);
      const confidence = Math.round(800 * Math.min(a.confidence, b.confidence)) / 1000;
      return [
        {
          relation,
          source,
          target,
          confidence,
          evidence,
          sourceText: words(a, context),
          targetText: words(b, context),
        },
      ];
    }),
  );
}

/** Members are those of a body; only who fights or serves may do so for a state. */
const isBody = (id: EntityId, { reading }: Assembly): boolean => reading.entity(id)?.kind === 'organization';
const SERVING: ReadonlySet<string> = new Set(['fight', 'serve']);

/** "joined NATO [in calling for peace]", "joined the alliance [to condemn]": done beside it, not as its member. */
function isCompany({ frame, predicate }: Match, { reading }: Assembly): boolean {
  if (!frame.triggers.includes('join')) return false;
  return reading.clauses.predicates[predicate ?? -1]?.complements.some((c) => c.form !== 'that') ?? false;
}

/** What stands there itself and is an actor or a place; "the Russian army" belongs to Russia, but what it holds Russia's border guards may not. */
function sides(participants: readonly Participant[] | undefined, { reading }: Assembly): [Participant, EntityId][] {
  return (participants ?? [])
    .filter((x) => x.direct && (isActor(reading, x) || x.mention?.kind === 'place'))
    .flatMap((x) => x.entities.map((id): [Participant, EntityId] => [x, id]));
}

function words({ span }: Participant, { reading: { doc } }: Assembly): string {
  const [first, last] = [doc.tokens[span.start], doc.tokens[span.end - 1]];
  return first && last ? doc.article.text.slice(first.start, last.end) : '';
}
