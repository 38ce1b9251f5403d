import type { ChunkedDocument } from '../model/document.ts';
import type { Link, Mention } from '../model/entity.ts';
import type { EntityId, MentionId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex } from '../syntax/clause.ts';

/** Mentions that stand for each entity, in text order. */
export function mentionsByEntity(
  mentions: readonly Mention[],
  links: ReadonlyMap<MentionId, readonly Link[]>,
): ReadonlyMap<EntityId, readonly Mention[]> {
  const found = new Map<EntityId, Mention[]>();
  for (const m of [...mentions].sort((a, b) => a.span.start - b.span.start)) {
    for (const { entity } of links.get(m.id) ?? []) {
      const list = found.get(entity);
      if (list) list.push(m);
      else found.set(entity, [m]);
    }
  }
  return found;
}

/** "5 million [US] dollars": whose money it is says nothing of who gives it. */
const CURRENCY =
  /^(?:dollars?|euros?|pounds?|francs?|yuan|roubles?|rubles?|rupees?|pesos?|dinars?|riyals?|rials?|kron(?:er|or|a|e)|yen|won|lira|shillings?)$/i;

/** Mentions that stand inside a group before its head. */
export function modifiersByGroup(
  doc: ChunkedDocument,
  mentions: readonly Mention[],
  groupOf: ReadonlyMap<TokenIndex, GroupIndex>,
): Map<GroupIndex, Mention[]> {
  const found = new Map<GroupIndex, Mention[]>();
  for (const m of mentions) {
    const group = groupOf.get(m.span.start);
    const g = group === undefined ? undefined : doc.groups[group];
    if (group === undefined || !g || m.form === 'pronoun' || m.span.end > g.head) continue;
    if (CURRENCY.test(doc.tokens[m.span.end]?.text ?? '')) continue;
    const list = found.get(group);
    if (list) list.push(m);
    else found.set(group, [m]);
  }
  return found;
}

/** The mention that a token carries: the one that it heads, else the widest name that covers it. */
export function mentionsByHead(mentions: readonly Mention[]): Map<TokenIndex, Mention> {
  const byHead = new Map<TokenIndex, Mention>();
  for (const m of mentions) {
    for (let i = m.span.start; i < m.span.end; i++) {
      if (i !== m.head && m.form !== 'name') continue;
      const other = byHead.get(i);
      if (!other || better(m, other, i)) byHead.set(i, m);
    }
  }
  return byHead;
}

export function groupsByToken({ groups }: ChunkedDocument): Map<TokenIndex, GroupIndex> {
  const groupOf = new Map<TokenIndex, GroupIndex>();
  groups.forEach((g, index) => {
    for (let i = g.start; i < g.end; i++) groupOf.set(i, index);
  });
  return groupOf;
}

/** Mentions headed by the token beat those that merely cover it; then the wider one. */
function better(a: Mention, b: Mention, token: TokenIndex): boolean {
  if ((a.head === token) !== (b.head === token)) return a.head === token;
  return a.span.end - a.span.start > b.span.end - b.span.start;
}
