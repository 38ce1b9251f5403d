import { dayNumber } from '../base/days.ts';
import { byCode } from '../base/order.ts';
import type { EventMention } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { Interval } from '../model/time.ts';

/** A mention with the day on which its article was published. */
export interface Dated {
  readonly mention: EventMention;
  readonly published?: string;
}

/** Why two mentions tell one event, and how far apart they are (0: nothing speaks against it). */
export interface Fit {
  readonly reason: string;
  readonly cost: number;
}

/** Days by which two reports of one event may differ in its day: time zones, night-time events, slips. */
const DAY_SLACK = 2;
/** Days between the publication of two reports that may tell one undated event. */
const NEWS_CYCLE = 7;
/** Undated mentions prefer any dated fit in their own article over one in another. */
const OTHER_ARTICLE = 10;

/** Says whether the times (and event nodes) of two mentions allow that they tell one event. Symmetric. */
export function sameEvent(a: Dated, b: Dated): Fit | undefined {
  const [x, y] = [a.mention, b.mention];
  const sameArticle = x.evidence.article === y.evidence.article;
  if (x.eventEntity && y.eventEntity && x.eventEntity !== y.eventEntity) {
    if (sameArticle || !(isLocal(x, x.eventEntity) || isLocal(y, y.eventEntity))) return undefined;
  }
  if (x.time && y.time) return datesFit(x.time, y.time);
  if (!x.time && !y.time && x.timeText && y.timeText && x.timeText !== y.timeText) return undefined;
  if (sameArticle) return { reason: 'same article, and no day that speaks against it', cost: 1 };
  return publicationsFit(a, b);
}

/** Event nodes that a text only describes ("the talks") carry the article in their id: they say nothing across articles. */
const isLocal = (mention: EventMention, entity: EntityId): boolean =>
  entity.endsWith(mention.evidence.article.slice(0, 12));

const shown = (time: Interval): string => (time.from === time.to ? time.from : `${time.from} to ${time.to}`);

function datesFit(a: Interval, b: Interval): Fit | undefined {
  const [one, other] = byCode(a.from, b.from) <= 0 ? [a, b] : [b, a];
  if (a.from <= b.to && b.from <= a.to) {
    const same = a.from === b.from && a.to === b.to;
    return { reason: same ? `both on ${shown(a)}` : `${shown(one)} and ${shown(other)} overlap`, cost: same ? 0 : 0.5 };
  }
  if (a.precision !== 'day' || b.precision !== 'day') return undefined;
  const gap = dayNumber(other.from) - dayNumber(one.to);
  if (!(gap <= DAY_SLACK)) return undefined;
  return { reason: `${shown(one)} and ${shown(other)} lie ${gap} day${gap === 1 ? '' : 's'} apart`, cost: gap };
}

/** One of the two has no date: then the articles must be of one news cycle, and a date that is known must lie in it too. */
function publicationsFit(a: Dated, b: Dated): Fit | undefined {
  if (!a.published || !b.published) return undefined;
  const gap = Math.abs(dayNumber(a.published) - dayNumber(b.published));
  if (!(gap <= NEWS_CYCLE)) return undefined;
  const dated = a.mention.time ?? b.mention.time;
  const undated = a.mention.time ? b.published : a.published;
  if (dated) {
    const day = dayNumber(undated);
    if (day < dayNumber(dated.from) - NEWS_CYCLE || day > dayNumber(dated.to) + NEWS_CYCLE) return undefined;
  }
  const reason = gap === 0 ? 'published on the same day' : `published ${gap} day${gap === 1 ? '' : 's'} apart`;
  return { reason: `${reason}, and no day that speaks against it`, cost: OTHER_ARTICLE + gap };
}

const LENGTH: Readonly<Record<Interval['precision'], number>> = { day: 0, week: 1, month: 2, year: 3 };

/** Of several times given to one event the most precise; their whole stretch when several are equally precise. */
export function commonTime(times: readonly Interval[]): Interval | undefined {
  const least = Math.min(...times.map((t) => LENGTH[t.precision]));
  const best = times.filter((t) => LENGTH[t.precision] === least);
  const [first] = best;
  if (!first) return undefined;
  const from = best.map((t) => t.from).sort(byCode)[0] ?? first.from;
  const to =
    best
      .map((t) => t.to)
      .sort(byCode)
      .at(-1) ?? first.to;
  return { from, to, precision: first.precision };
}
