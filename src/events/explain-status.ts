import type { Attribution } from '../model/event.ts';
import type { StatusStep, Words } from '../model/explanation.ts';
import type { Span } from '../model/span.ts';
import { quoted, toWords } from './explain-words.ts';
import type { Reading } from './reading.ts';
import type { Assembled } from './trace.ts';
import type { StandingStep } from './trail.ts';

const MEANINGS: Readonly<Record<Exclude<StatusStep['effect'], 'reported'>, readonly [own: string, over: string]>> = {
  planned: ['tells it as still to come', 'makes it a plan'],
  hypothetical: ['tells it as possible only', 'leaves open whether it happens'],
  negated: ['denies it', 'says that it did not come about'],
};
/** How "not" stands in a text. */
const NOT = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor', 'nobody', 'none', 'nothing', 'hardly']);

/** The words by which an event stands as it does, innermost first, the one who says so last. */
export function statusSteps({ reading, mention, standing }: Assembled, sentence: Span): StatusStep[] {
  const steps = standing.steps.flatMap((step) => toStep(reading, step, mention.trigger, sentence) ?? []);
  const { attribution } = standing;
  return attribution ? [...steps, spokenBy(reading, attribution, mention.trigger, sentence)] : steps;
}

function toStep(reading: Reading, step: StandingStep, trigger: Span, sentence: Span): StatusStep | undefined {
  const effect = step.effect === 'ended' ? 'negated' : step.effect;
  if (effect === 'implicative' || effect === 'reported') return undefined;
  const words = find(reading, step.word, trigger, sentence);
  const shown = quoted(words ?? { text: step.word });
  const [own, over] = MEANINGS[effect];
  const does = step.own ? own : step.word === 'not' ? 'denies that' : over;
  const message = step.word === '?' ? 'the sentence is a question' : `${shown} ${does}`;
  return { word: step.word, ...(words ? { words } : {}), effect, message };
}

function spokenBy(reading: Reading, { text, verb }: Attribution, trigger: Span, sentence: Span): StatusStep {
  const words = find(reading, verb, trigger, sentence);
  const known = { word: verb, ...(words ? { words } : {}), effect: 'reported' as const };
  if (text === verb) return { ...known, message: `${quoted({ text })} leaves it to others` };
  const who = text ? quoted({ text }) : 'somebody unnamed';
  const message = `told by ${who}${verb ? ` (${quoted(words ?? { text: verb })})` : ''}, not by the article itself`;
  return { ...known, message };
}

/** The nearest place in the sentence where the word stands in any of its forms. */
function find(reading: Reading, word: string, trigger: Span, sentence: Span): Words | undefined {
  const parts = word.replace(/^be (?=.)/, '').split(' ');
  const isAt = (at: number): boolean =>
    parts.every((part, i) => {
      const text = reading.doc.tokens[at + i]?.text.toLowerCase() ?? '';
      return word === 'not' ? NOT.has(text) : text === part || reading.lemma(at + i) === part;
    });
  let best: number | undefined;
  for (let at = sentence.start; at < sentence.end; at++) {
    const closer = best === undefined || Math.abs(at - trigger.start) < Math.abs(best - trigger.start);
    if (closer && isAt(at)) best = at;
  }
  return best === undefined ? undefined : toWords(reading, { start: best, end: best + parts.length });
}
