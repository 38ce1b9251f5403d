import type { NounPhrase } from '../syntax/clause.ts';
import { type Participant, participantsOf, type Reading } from './reading.ts';

/** `B:@diplomat`: "diplomats [from Chad]", "inspectors [for the agency]" are of those behind the preposition when nothing else tells. */
export function sentBy(reading: Reading, phrase: NounPhrase, doers: readonly Participant[] | undefined): Participant[] {
  const own = participantsOf(reading, phrase);
  const mine = new Set(doers?.flatMap((x) => x.entities));
  if (own.some((x) => x.entities.some((id) => !mine.has(id)))) return own;
  const behind = (...words: string[]): Participant[] =>
    phrase.groups
      .flatMap((g) => reading.clauses.nouns[g]?.obliques ?? [])
      .filter((o) => words.includes(o.preposition) && o.phrase.span.start - phrase.span.end <= 2)
      .flatMap((o) => participantsOf(reading, o.phrase))
      .filter((x) => x.entities.length > 0);
  const senders = behind('of', 'from', 'for').map((x) => ({ ...x, direct: false }));
  // "cancelled a meeting [between Fiji and Tonga]": those who were to meet.
  return [senders, behind('between')].find((found) => found.length > 0) ?? own;
}
