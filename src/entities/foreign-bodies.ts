import type { Span } from '../model/span.ts';
import { matchesAt, type Reading } from './gazetteer-index.ts';
import type { NameFinder } from './names.ts';
import { phrasesAt } from './phrases.ts';
import { groupOf, type TextView, textOf } from './text-view.ts';

/** Parties that many states have. */
const COMMON_PARTY =
  /^(?:the )?(?:(?:social|liberal|new|national|christian|people['’]?s) )?(?:labou?r|democratic|socialist|communist|republican|liberal|conservative|green|workers['’]?|national|people['’]?s) party$/i;

/** What one state alone calls its foreign ministry. */
const ONE_STATES = /^(?:the )?state department$/i;

/** "Congress" in an article that never names the United States is some other congress. */
export function isForeignBody(finder: NameFinder, view: TextView, span: Span, reading: Reading): boolean {
  if (reading.type !== 'organization' || reading.record.countries.length !== 1) return false;
  if (ONE_STATES.test(textOf(view, span))) return false;
  const common =
    COMMON_PARTY.test(textOf(view, span)) ||
    phrasesAt(finder.phrases, view, span.start, span.end).some((p) => p.end === span.end);
  const country = finder.index.countries.get(reading.record.countries[0] ?? '');
  if (!common || !country) return false;
  const text = `${view.doc.article.title}\n${view.doc.article.text}`;
  return ![country.name, ...country.adjectives, ...country.aliases, ...(country.capital?.split(' | ') ?? [])].some(
    (n) => text.includes(n),
  );
}

/** "[The Australian] government" is no newspaper. */
export function isAdjective(finder: NameFinder, view: TextView, { start, end }: Span, reading: Reading): boolean {
  if (reading.type !== 'organization' || view.lower[start] !== 'the') return false;
  const group = groupOf(view, start);
  if (!group || group.head < end) return false;
  return matchesAt(finder.index, view, start + 1, end).some(
    (m) => m.end === end && m.readings.some((r) => r.type === 'country' && r.via !== 'name'),
  );
}
