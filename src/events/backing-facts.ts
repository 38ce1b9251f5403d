import { NOWHERE } from '../base/nowhere.ts';
import type { TokenIndex } from '../model/span.ts';
import type { Assembly } from './assemble.ts';
import { type FactDraft, pairs } from './fact.ts';
import { phraseOf } from './logical-clause.ts';
import { isActor, type Participant, participantsOf, type Reading } from './reading.ts';
import { standingOf } from './status.ts';

/** "jets flew in support of the army", "the army advanced with the help of Wagner": who backs whom in what is done. */
export function backingFacts(context: Assembly): FactDraft[] {
  const { reading } = context;
  return reading.doc.tokens.flatMap((token, at) => {
    if (!HELP.test(token.text)) return [];
    const word = (i: TokenIndex): string => reading.doc.tokens[i]?.text.toLowerCase() ?? '';
    const before = word(at - 1) === 'the' ? word(at - 2) : word(at - 1);
    const start = word(at - 1) === 'the' ? at - 2 : at - 1;
    if (before === 'in' && word(at + 1) === 'of') return facts(context, start, at + 2, false);
    if (before === 'with' && /^(?:of|from)$/.test(word(at + 1))) return facts(context, start, at + 2, true);
    return [];
  });
}

/** "targets that include roads in support of them": nobody does anything. */
const CONSISTING: ReadonlySet<string> = new Set(['include', 'comprise', 'contain', 'consist', 'have', 'involve']);

const HELP = /^(?:support|backing|help|assistance|aid)$/;

/** @param from the first word of the phrase @param behind the first one of those whom it names @param helped whether the subject is */
function facts({ reading, lexicon }: Assembly, from: TokenIndex, behind: TokenIndex, helped: boolean): FactDraft[] {
  const { doc, index } = reading;
  const group = index.groupFrom(behind);
  const g = doc.groups[group ?? NOWHERE];
  if (group === undefined || !g || g.kind !== 'noun' || g.start > behind + 1) return [];
  const over = index
    .predicatesIn(g.sentence)
    .filter((p) => p.pos === 'verb' && p.head < from)
    .at(-1);
  if (!over?.subject || over.voice === 'passive' || CONSISTING.has(over.lemma)) return [];
  const { negated, modality } = standingOf(reading, index.indexOf(over), lexicon);
  if (negated || modality !== 'asserted') return [];
  const others = actors(reading, participantsOf(reading, phraseOf(reading, group)));
  const subjects = actors(reading, participantsOf(reading, over.subject));
  const fact = {
    relation: 'backs',
    sentence: g.sentence,
    words: { start: from, end: g.end },
    rule: 'events/in-support',
  };
  const [sources, targets] = helped ? [others, subjects] : [subjects, others];
  return sources.flatMap((x) => pairs(x, targets, fact));
}

const actors = (reading: Reading, list: readonly Participant[]): readonly Participant[] =>
  list.filter((x) => x.entities.length > 0 && isActor(reading, x));
