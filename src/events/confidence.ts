import { NOWHERE } from '../base/nowhere.ts';
import type { SlotName } from '../knowledge/knowledge.ts';
import type { Argument } from '../model/event.ts';
import type { Predicate } from '../syntax/clause.ts';
import { writtenBy } from './addressee.ts';
import type { Match } from './match.ts';
import type { Reading } from './reading.ts';
import type { Sides } from './sides.ts';
import type { ConfidenceFactor } from './trace.ts';
import type { Standing } from './trail.ts';

/** What a plainly told event with a telling frame and two known sides is worth. */
const PLAIN = 0.94;
/** Fixed words and prepositions of the frame -> factor: a bare verb can mean much else. */
const FRAME: readonly number[] = [0.88, 0.78, 1];
const OPEN_FRAME = 0.95;
const PLAIN_NOUN = 0.9;
const MENTIONED_PAIR = 0.7;

/**
 * The doubts about an event, as factors whose product is its confidence in [0, 1]. The sizes are round numbers chosen by how often events with such a
 * doubt agree with coders (the benchmark prints the table): .8 is to mean right in four of five cases.
 */
export function confidenceFactors(
  match: Match,
  sides: Sides,
  standing: Standing,
  reading: Reading,
  mutual: boolean,
): ConfidenceFactor[] {
  const clause = match.noun === undefined ? reading.clauses.predicates[match.predicate ?? NOWHERE] : undefined;
  const over = clause?.governor?.relation;
  const aside = over === 'adverbial' || over === 'relative' || over === 'coordinate';
  const nonfinite = clause?.form === 'gerund' || clause?.form === 'participle';
  // What a statement says is what its sentence is about.
  const written = clause !== undefined && match.frame.type === 'ACCUSE' && writtenBy(reading, clause) !== undefined;
  const whole = sides.actors.length > 0 && (sides.recipients.length > 0 || areSeveral(sides.actors));
  return [
    { name: 'frame', factor: PLAIN * frameFactor(match) },
    { name: 'noun', factor: nounFactor(match, sides) },
    { name: 'one-sided', factor: whole ? 1 : 0.6 },
    { name: 'sides', factor: sideFactor(sides.actors, reading) * sideFactor(sides.recipients, reading) },
    { name: 'pronouns', factor: (hasPronoun(match, 'A') ? 0.95 : 1) * (hasPronoun(match, 'B') ? 0.8 : 1) },
    { name: 'mutual', factor: !mutual ? 1 : isCrowd(match, sides, clause) ? 0.5 : 0.85 },
    { name: 'standing', factor: standing.modality === 'planned' ? 0.93 : standing.attribution ? 0.9 : 1 },
    { name: 'aside', factor: written ? 0.9 : (aside ? 0.75 : 1) * (nonfinite ? 0.8 : 1) },
    { name: 'guessed', factor: 0.6 + 0.4 * match.certainty },
    { name: 'links', factor: 0.75 + sides.certainty / 4 },
  ];
}

/** "Chad and Mali", "the presidents of Chad and Mali". */
const areSeveral = (actors: readonly Argument[]): boolean => actors.length > 1 || (actors[0]?.entities.length ?? 0) > 1;

const frameFactor = ({ frame, noun }: Match): number =>
  noun !== undefined && frame.specificity < 2
    ? PLAIN_NOUN
    : (FRAME[Math.min(FRAME.length - 1, Math.floor(frame.specificity))] ?? OPEN_FRAME);

/** A noun that no verb says to have happened is only mentioned; less doubtful where two sides are named ("cooperation between Iran and Oman"). */
function nounFactor(match: Match, sides: Sides): number {
  if (match.noun === undefined) return 1;
  if (match.supported) return 0.9;
  const linked = [...sides.actors, ...sides.recipients].filter((x) => x.entities.length > 0);
  return linked.length > 1 || linked.some((x) => x.entities.length > 1) ? MENTIONED_PAIR : 0.4;
}

/** "was raised by parties such as A, B, C and D": that many who are only listed did it one by one rather than with each other. */
const isCrowd = (match: Match, { actors, recipients }: Sides, clause: Predicate | undefined): boolean =>
  recipients.length === 0 && actors.length > 3 && (match.noun !== undefined || clause?.voice === 'passive');

/** Words that nothing links, entities that only this text knows. The doubts of several on one side don't add up. */
const sideFactor = (side: readonly Argument[], reading: Reading): number =>
  Math.min(
    1,
    ...side.map(({ entities }) => {
      if (entities.length === 0) return 0.82;
      return entities.every((id) => reading.entity(id)?.known ?? true) ? 1 : 0.93;
    }),
  );

const hasPronoun = ({ slots }: Match, slot: SlotName): boolean =>
  slots[slot]?.some((x) => x.mention?.form === 'pronoun') ?? false;

/** Product of the factors, to three places. */
export const confidenceOf = (factors: readonly ConfidenceFactor[]): number =>
  Math.round(1000 * factors.reduce((all, { factor }) => all * factor, 1)) / 1000;
