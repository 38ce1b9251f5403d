import { isCapitalized } from '../base/fold-name.ts';
import type { TokenIndex } from '../model/span.ts';
import type { BodyName } from './organization-patterns.ts';
import type { TextView } from './text-view.ts';

const NUMBER = /^\d+(?:st|nd|rd|th)$/i;
const ORDINAL = /^(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)$/;
const UNIT = /^(?:brigade|regiment|battalion|army|fleet|corps)$/;
/** Words for units that are other things without a number: leagues, wings of a house, firms. */
const NUMBERED = /^(?:division|squadron|wing|flotilla|group)$/;
const ARMS =
  /^(?:air|expeditionary|carrier|strike|special|forces|amphibious|fighter|armou?red|artillery|reconnaissance|bomb(?:er|ardment)?)$/;

/** A military unit that its number names: "10th Mountain Division", "407th Air Expeditionary Group", "Third Army". */
export function unitNameAt({ words, lower }: TextView, start: TokenIndex, limit: TokenIndex): BodyName | undefined {
  const numbered = NUMBER.test(words[start] ?? '');
  if (!numbered && !ORDINAL.test(words[start] ?? '')) return undefined;
  for (let i = start + 1; i < Math.min(limit, start + 7); i++) {
    if (!isCapitalized(words[i] ?? '')) return undefined;
    const noun = lower[i] ?? '';
    const inner = lower.slice(start + 1, i);
    if (isCapitalized(words[i + 1] ?? '') && (UNIT.test(lower[i + 1] ?? '') || NUMBERED.test(lower[i + 1] ?? '')))
      continue;
    const isUnit =
      UNIT.test(noun) || (numbered && NUMBERED.test(noun) && (noun !== 'group' || inner.some((w) => ARMS.test(w))));
    if (isUnit) return { subkind: 'army', sector: 'MIL', span: { start, end: i + 1 }, head: i };
  }
  return undefined;
}
