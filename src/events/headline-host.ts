import type { FrameType } from '../knowledge/knowledge.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { isActor, type Participant, participantsOf, type Reading } from './reading.ts';

/** "[Iran] in talks with Iraq": a headline without a verb says by "in" who takes part. */
export function headlineHosts(reading: Reading, group: GroupIndex, type: FrameType): readonly Participant[] {
  const { doc, index } = reading;
  const noun = doc.groups[group];
  if (!noun || type !== 'CONSULT' || index.predicatesIn(noun.sentence).length > 0) return [];
  const before = doc.groups[group - 1];
  const start = doc.sentences[noun.sentence]?.start;
  if (doc.tokens[noun.start - 1]?.text !== 'in' || before?.end !== noun.start - 1 || before.start !== start) return [];
  const phrase = { groups: [group - 1], head: before.head, span: { start: before.start, end: before.end } };
  return participantsOf(reading, phrase).filter((x) => isActor(reading, x));
}
