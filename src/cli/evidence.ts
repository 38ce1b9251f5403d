import type { Derivation } from '../query/derivation.ts';
import type { Evidenced, Explanation } from '../query/explain.ts';
import type { EdgeLine } from '../query/neighbours.ts';
import { lastDayOf } from './days.ts';
import { formatDerivation } from './derivation-text.ts';
import { printable } from './printable.ts';
import { wrap } from './table.ts';

/** Longer lines are hard to read. */
export const WIDEST = 100;

/** A sentence behind an edge together with how it was read: by a frame, by a pattern of the program, or why that can't be said. */
export interface Derived extends Evidenced {
  readonly derivation?: Derivation;
  readonly pattern?: string;
  readonly unread?: string;
}

/** `2015-07-14`, `2015-07-14 – 2016-01-16`, `1980-04` for all of April, or nothing. */
export const dateRange = ({ firstDate, lastDate }: Pick<EdgeLine, 'firstDate' | 'lastDate'>): string =>
  firstDate === undefined ? '' : stretch(firstDate, lastDate ?? firstDate);

function stretch(from: string, to: string): string {
  if (from === to) return from;
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const month = from.slice(0, 7);
  return from === `${month}-01` && to === lastDayOf(month) ? month : `${from} – ${to}`;
}

/** One relation with every sentence that tells it, as text. */
export function formatExplanation(explanation: Explanation, columns: number | undefined): string {
  const { source, target, label, status, occurrences } = explanation;
  const head = `${printable(source.name)} ${label} ${printable(target.name)}  [${status}]`;
  return [head, ...occurrences.map((o) => formatEvidence(o, Math.min(columns ?? WIDEST, WIDEST)))].join('\n');
}

function formatEvidence(o: Derived, width: number): string {
  const published = o.article.publishedOn ? `published ${o.article.publishedOn}` : '';
  const from = [o.article.publisher, `"${o.article.title || o.article.id}"`, published].filter(Boolean).join(', ');
  const when = o.time ? stretch(o.time.from, o.time.to) : o.timeText;
  const who = o.speaker ? `${o.speaker.name}${o.speaker.verb ? ` (${o.speaker.verb})` : ''}` : '';
  const facts = [when ? `when: ${when}` : '', who ? `source: ${who}` : '', `sure: ${o.confidence.toFixed(2)}`];
  return [
    wrap(`“${o.quote}”`, width, '  '),
    wrap(`— ${from}`, width, '    '),
    wrap(`${facts.filter(Boolean).join(' · ')} · rule: ${o.rule}`, width, '    '),
    ...(o.pattern ? [wrap(`pattern: ${o.pattern}`, width, '    ')] : []),
    ...(o.unread ? [wrap(`how: ${o.unread}`, width, '    ')] : []),
    ...(o.derivation ? [formatDerivation(o.derivation, width, '    ')] : []),
  ].join('\n');
}
