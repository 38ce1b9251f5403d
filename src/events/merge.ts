import { hashFields } from '../base/hash.ts';
import { byCode, mostFrequent } from '../base/order.ts';
import type { Article } from '../model/article.ts';
import type { ArgumentRole, DiplomaticEvent, EventMention } from '../model/event.ts';
import type { ArticleId, EntityId } from '../model/ids.ts';
import type { Interval } from '../model/time.ts';
import { commonTime, type Dated, sameEvent } from './same-event.ts';

/** Mentions of one event: every member is compatible with every other, and `reasons` says why each later one joined. */
interface Cluster {
  readonly members: Dated[];
  readonly reasons: string[];
}

/**
 * Joins the mentions of one event, within and across articles. Two mentions tell one event when relation, status and participants agree
 * (participants of reciprocal events in any order) and their times fit; a cluster takes only what fits all of its members, so that
 * a chain of daily events never melts into one. The order of the input makes no difference; nothing is lost: mention ids are kept.
 * Returns events sorted by id.
 */
export function mergeEvents(
  mentions: readonly EventMention[],
  articles: ReadonlyMap<ArticleId, Article>,
): DiplomaticEvent[] {
  const byId = new Map(mentions.map((m) => [m.id, m]));
  const groups = new Map<string, Dated[]>();
  for (const mention of byId.values()) {
    const key = keyOf(mention);
    const published = articles.get(mention.evidence.article)?.publishedOn;
    const dated: Dated = published === undefined ? { mention } : { mention, published };
    const group = groups.get(key);
    if (group) group.push(dated);
    else groups.set(key, [dated]);
  }
  return [...groups.values()].flatMap((group) => clusters(group).map(toEvent)).sort((a, b) => byCode(a.id, b.id));
}

const entitiesOf = (mention: EventMention, ...roles: ArgumentRole[]): EntityId[] => {
  const found = mention.arguments.filter((a) => roles.includes(a.role)).flatMap((a) => a.entities);
  return [...new Set(found)].sort(byCode);
};

/** What must be the same. A participant that stands for nobody known may be anybody: such a mention stays alone. */
function keyOf(mention: EventMention): string {
  const unknown = mention.arguments.some(
    (a) => (a.role === 'actor' || a.role === 'recipient') && a.entities.length === 0,
  );
  if (unknown) return JSON.stringify([mention.id]);
  const sides = mention.reciprocal
    ? [entitiesOf(mention, 'actor', 'recipient')]
    : [entitiesOf(mention, 'actor'), entitiesOf(mention, 'recipient')];
  // Cooperation on one thing is no cooperation on another.
  const issues = mention.relation === 'cooperates-on' ? entitiesOf(mention, 'issue') : [];
  return JSON.stringify([mention.relation, mention.status, ...sides, issues]);
}

/** Greedy, in an order that the mentions alone decide: the surest dates first, mentions without a date last. */
function clusters(group: readonly Dated[]): Cluster[] {
  const found: Cluster[] = [];
  for (const item of [...group].sort(byCertainty)) {
    let best: { readonly cluster: Cluster; readonly reason: string; readonly cost: number } | undefined;
    for (const cluster of found) {
      const fit = fitOf(item, cluster);
      if (fit && (!best || fit.cost < best.cost)) best = { cluster, ...fit };
      if (best?.cost === 0) break;
    }
    if (!best) {
      found.push({ members: [item], reasons: [] });
      continue;
    }
    best.cluster.members.push(item);
    best.cluster.reasons.push(`${item.mention.id} tells the same event: ${best.reason}`);
  }
  return found;
}

/** The closest of the reasons for which a mention fits every member, or undefined when one member speaks against it. */
function fitOf(item: Dated, cluster: Cluster): { readonly reason: string; readonly cost: number } | undefined {
  let best: { readonly reason: string; readonly cost: number } | undefined;
  for (const member of cluster.members) {
    const fit = sameEvent(item, member);
    if (!fit) return undefined;
    if (!best || fit.cost < best.cost) best = fit;
  }
  return best;
}

const PRECISION: Readonly<Record<Interval['precision'], number>> = { day: 0, week: 1, month: 2, year: 3 };

function byCertainty(a: Dated, b: Dated): number {
  const rank = ({ mention }: Dated): number => (mention.time ? PRECISION[mention.time.precision] : 4);
  return (
    rank(a) - rank(b) ||
    byCode(a.mention.time?.from ?? '', b.mention.time?.from ?? '') ||
    byCode(a.published ?? '', b.published ?? '') ||
    byCode(a.mention.evidence.article, b.mention.evidence.article) ||
    a.mention.evidence.trigger.start - b.mention.evidence.trigger.start ||
    byCode(a.mention.id, b.mention.id)
  );
}

function toEvent({ members, reasons }: Cluster): DiplomaticEvent {
  const mentions = members.map((m) => m.mention);
  const [first] = mentions as [EventMention];
  // "A and B met" and "A met with B": when the sides differ from telling to telling, all of them are actors.
  const shapes = new Set(mentions.map((m) => JSON.stringify([entitiesOf(m, 'actor'), entitiesOf(m, 'recipient')])));
  const flat = first.reciprocal && shapes.size > 1;
  const actors = flat ? entitiesOf(first, 'actor', 'recipient') : entitiesOf(first, 'actor');
  const recipients = flat ? [] : entitiesOf(first, 'recipient');
  const mode = mostFrequent(mentions.flatMap((m) => m.mode ?? []));
  const time = commonTime(mentions.flatMap((m) => m.time ?? []));
  const ids = mentions.map((m) => m.id);
  return {
    id: hashFields([
      'event',
      first.relation,
      first.status,
      ...actors,
      '>',
      ...recipients,
      '>',
      ...[...ids].sort(byCode),
    ]),
    type: mostFrequent(mentions.map((m) => m.type)) as EventMention['type'],
    relation: first.relation,
    actors,
    recipients,
    reciprocal: first.reciprocal,
    status: first.status,
    mentions: ids,
    evidence: mentions.map((m) => m.evidence),
    merged: reasons,
    ...(mode ? { mode } : {}),
    ...(time ? { time } : {}),
  };
}
