import { NOWHERE } from '../base/nowhere.ts';
import type { Frame, FrameArgument, FrameComplement, FrameElement } from '../knowledge/knowledge.ts';
import type { RuledOut } from '../model/explanation.ts';
import { frameNote, listOf } from './explain-words.ts';
import type { Trial } from './trace.ts';

/** How a frame that lost came off. */
interface Outcome {
  readonly why: RuledOut['why'];
  readonly message: string;
  /** Score of a frame that fits; else how many of its elements do, and below any score. */
  readonly rank: number;
}

/** Frames of a word that did not read it: those that fit too by weight, then the others, the closest first; each row once. */
export function ruledOut(trial: Trial): RuledOut[] {
  const { best } = trial;
  const found = new Map<string, { readonly frame: Frame; readonly outcome: Outcome }>();
  for (const frame of trial.candidates) {
    if (frame.id === best?.frame.id) continue;
    const outcome = outcomeOf(trial, frame);
    const known = found.get(frame.id);
    if (!known || outcome.rank > known.outcome.rank) found.set(frame.id, { frame, outcome });
  }
  return [...found.values()]
    .sort((a, b) => b.outcome.rank - a.outcome.rank || (a.frame.id < b.frame.id ? -1 : 1))
    .map(({ frame, outcome: { why, message } }) => ({ ...frameNote(frame), why, message }));
}

/** Far below the score of any frame that fits. */
const FAILED = -1_000;

function outcomeOf(trial: Trial, frame: Frame): Outcome {
  const match = trial.match(frame);
  const fits = match && trial.scoreOf(match);
  if (fits !== undefined) return { why: 'weaker', message: weakerBecause(trial, frame, fits), rank: fits };
  // Elements are tried in order: the shortest head of the frame that fails ends with the one that is missing.
  const bound = frame.elements.findIndex(
    (_, i) => !trial.match({ ...frame, elements: frame.elements.slice(0, i + 1) }),
  );
  const bare = trial.match({ ...frame, elements: [] }) !== undefined;
  const element = bare ? frame.elements[bound] : undefined;
  return { ...(element ? lackOf(element) : lackOfTrigger(trial, frame)), rank: FAILED + (element ? bound : -1) };
}

function weakerBecause({ best, scoreOf }: Trial, frame: Frame, score: number): string {
  if (!best) return 'fits';
  const rival = best.frame;
  if (frame.specificity < rival.specificity)
    return 'fits too, but asks for fewer words of the sentence than the frame that won';
  if (score < scoreOf(best)) return 'fits too, but leaves more of those who take part unnamed';
  return 'fits just as well; the frame that won comes first in the alphabet';
}

function lackOfTrigger({ reading, predicate }: Trial, frame: Frame): Pick<Outcome, 'why' | 'message'> {
  if (frame.pos === 'noun') return { why: 'trigger', message: `needs ${listOf(frame.triggers)}` };
  const here = reading.clauses.predicates[predicate ?? NOWHERE]?.particle;
  const wanted = frame.particle?.[0];
  if (wanted !== undefined) return { why: 'particle', message: `needs ${listOf([wanted])} behind the verb` };
  return here === undefined
    ? { why: 'trigger', message: 'does not fit this form of the verb' }
    : { why: 'particle', message: `${listOf([here])} behind the verb makes it another verb` };
}

function lackOf(element: FrameElement): Pick<Outcome, 'why' | 'message'> {
  if (element.kind === 'complement') return { why: 'clause', message: `needs ${clauseOf(element)}` };
  return { why: element.heads ? 'word' : 'phrase', message: `needs ${phraseOf(element)}` };
}

function clauseOf({ form, preposition, heads }: FrameComplement): string {
  if (form === 'to') return 'an infinitive (“to …”)';
  if (form === 'ing') return preposition ? `a gerund behind ${listOf([preposition])}` : 'a gerund (“…ing”)';
  return heads ? `a clause with ${listOf(heads)} (“that …”)` : 'a clause (“that …”)';
}

function phraseOf({ position, slot, heads, modifiers }: FrameArgument): string {
  if (slot === 'AB') return 'two sides (“between … and …”)';
  const after = modifiers ? ` with ${listOf(modifiers)} before it` : '';
  const behind = position.at === 'oblique' ? ` behind ${listOf(position.prepositions)}` : '';
  const kind = { subject: 'subject', object: 'object', possessor: 'owner', oblique: 'phrase' }[position.at];
  const wanted = !heads ? `${kind === 'owner' || kind === 'object' ? 'an' : 'a'} ${kind}` : fixedPhrase(kind, heads);
  return `${wanted}${after}${behind}`;
}

const fixedPhrase = (kind: string, heads: readonly string[]): string =>
  kind === 'phrase' ? listOf(heads) : `${kind === 'subject' ? 'a' : 'an'} ${kind} like ${listOf(heads)}`;
