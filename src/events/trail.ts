import type { ModalEffect } from '../knowledge/knowledge.ts';
import type { Attribution, Modality, Status } from '../model/event.ts';

/** A word that changed how an event stands, innermost first: "will", "not", "refuse". */
export interface StandingStep {
  readonly word: string;
  readonly effect: ModalEffect;
  /** The word stands in the event's own clause ("will not lift"), not over it ("refused to lift"). */
  readonly own: boolean;
}

/** How an event stands in the text, and by which words. */
export interface Standing {
  readonly modality: Modality;
  readonly negated: boolean;
  readonly attribution?: Attribution;
  readonly steps: readonly StandingStep[];
}

/** What was found on the way from the event up to the main clause. */
export interface Trail {
  modality: Modality;
  negations: number;
  attribution?: Attribution;
  readonly steps: StandingStep[];
}

/** Nothing found yet. */
export const newTrail = (modality: Modality = 'asserted', negations = 0): Trail => ({ modality, negations, steps: [] });

const RANK: Readonly<Record<Modality, number>> = { asserted: 0, planned: 1, hypothetical: 2 };

/** Words whose denial says that the thing was done: "did not fail to". A refusal denied leaves it open. */
const DONE_WHEN_DENIED = new Set(['not', 'fail', 'neglect', 'omit', 'forget', 'hesitate', 'failure', 'without']);

/** What a trail comes to. */
export function toStanding(trail: Trail): Standing {
  const { negations, steps } = trail;
  const open = negations === 2 && steps.some((s) => s.effect === 'negated' && !DONE_WHEN_DENIED.has(s.word));
  return {
    modality: open ? 'hypothetical' : trail.modality,
    negated: negations % 2 === 1,
    ...(trail.attribution ? { attribution: trail.attribution } : {}),
    steps,
  };
}

/** Adds what one word does to the event. */
export function apply(trail: Trail, word: string, effect: ModalEffect, own: boolean): void {
  trail.steps.push({ word, effect, own });
  if (effect === 'planned' || effect === 'hypothetical') raise(trail, effect);
  else if (effect === 'negated' || effect === 'ended') trail.negations++;
}

/** Makes an event less than a fact. */
export const raise = (trail: Trail, modality: Modality): void => {
  if (RANK[modality] > RANK[trail.modality]) trail.modality = modality;
};

/** One word for how the event is drawn; the strongest reason to doubt it wins. */
export function toStatus(standing: Standing): Status {
  if (standing.negated) return 'negated';
  if (standing.modality !== 'asserted') return standing.modality;
  return standing.attribution ? 'reported' : 'asserted';
}
