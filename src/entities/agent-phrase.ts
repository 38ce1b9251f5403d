import { NOWHERE } from '../base/nowhere.ts';
import type { Sector } from '../model/entity.ts';
import type { FindContext } from './context.ts';
import { type PhraseMatch, phrasesAt } from './phrases.ts';

const GENERAL =
  /^(official|officer|member|leader|spokes\w+|chief|head|worker|employee|representative|source|agent|aide)$/;

/** "cartel gunmen" are what the cartel is. */
const ARMED = /^(?:gunman|fighter|attacker|commander|assassin|hitman|hit man)$/;

/** The agent noun or title that says what the phrase is: the one of the first noun group that has one; "a team of" leads on. */
export function agentPhrase(ctx: FindContext, before: number | undefined): PhraseMatch | undefined {
  const { view, finder } = ctx;
  const limit = before ?? view.words.length;
  let found: PhraseMatch | undefined;
  let inner: Sector = '';
  for (let i = 0; i < limit; ) {
    const match = phrasesAt(finder.phrases, view, i, limit).at(-1);
    if (!match || isInName(ctx, match)) {
      i++;
      continue;
    }
    const outer = found;
    // A new group behind a preposition doesn't replace the head: "the chairman of the board", but "a group of rebels".
    const behind =
      outer && view.lower.slice(outer.end, match.start).some((w) => /^(of|in|for|from|to|at|with)$/.test(w));
    if (
      !outer ||
      !behind ||
      /^(team|group|member|part|number|crowd|band|several|unit|representative|side)$/.test(outer.text)
    )
      found = match;
    // "an intelligence agency officer", "chairman of the company": the body says more than the general noun.
    const armed = ARMED.test(match.text) && /^(?:CRM|REB|PRM|MIL)$/.test(outer?.sector ?? '');
    if (outer && found === match && match.start === outer.end && (armed || GENERAL.test(match.text)))
      found = { ...match, sector: outer.sector };
    if (match !== found && !inner) inner = match.sector;
    i = match.end;
  }
  return found && !found.sector ? { ...found, sector: inner } : found;
}

/** A word of a name is no agent noun, unless the phrase outgrows a name that nobody knows: "[Defence] Force", "[Mayor] of …". */
function isInName(ctx: FindContext, match: PhraseMatch): boolean {
  const name = ctx.names[ctx.nameAt[match.start] ?? NOWHERE];
  if (!name) return false;
  const known = name.kind === 'known' || name.kind === 'location';
  const outgrown = match.start === name.span.start && match.end > name.span.end;
  const office = match.title && name.kind === 'surname' && ctx.view.lower[match.end] === 'of';
  return known || !(outgrown || office);
}
