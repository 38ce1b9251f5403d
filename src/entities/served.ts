import type { Span } from '../model/span.ts';
import type { FindContext } from './context.ts';
import { isPersonPhrase } from './offices.ts';
import { phraseCovering } from './phrases.ts';
import { groupOf } from './text-view.ts';

const KIN =
  /^(?:wife|husband|widow|widower|son|daughter|brother|sister|father|mother|uncle|nephew|niece|cousin|ally|rival)$/;

/** "an [adviser] to the president, X": he is named, not whom he serves. @param group the noun of whom is served */
export function isServed(ctx: FindContext, { start }: Span): boolean {
  const { view, finder } = ctx;
  const before = /^(?:of|for|to)$/.test(view.lower[start - 1] ?? '') ? groupOf(view, start - 2) : undefined;
  if (!before) return false;
  if (KIN.test(view.lower[before.head] ?? '')) return true;
  const phrase = phraseCovering(finder.phrases, view, before.start, before.head, start - 1);
  return phrase !== undefined && phrase.end === start - 1 && !phrase.plural && isPersonPhrase(phrase);
}
