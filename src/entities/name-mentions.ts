import { extend } from '../base/extend.ts';
import type { Mention } from '../model/entity.ts';
import { actorOfPlace, type FindContext, ownPlace, referentOf } from './context.ts';
import { type Draft, linkTo } from './draft.ts';
import { matchesAt } from './gazetteer-index.ts';
import { properNameAt } from './name-evidence.ts';
import { isHyphenModifier, type Name } from './names.ts';
import { useOfPlaceName } from './role.ts';
import { statePart } from './state-bodies.ts';
import { groupOf, isHyphen, sentenceStart, type TextView, textOf, uposOf, xposOf } from './text-view.ts';

/** Mentions for all names that aren't people's; those need more context. */
export function addNameMentions(ctx: FindContext): void {
  for (const name of ctx.names) {
    const draft = draftOf(ctx, name);
    if (!draft) continue;
    ctx.drafts.add(draft);
    if (draft.origin === 'organization') stateOf(ctx, name, draft);
    const text = textOf(ctx.view, name.span);
    for (const link of draft.links) if (draft.form === 'name') ctx.store.seen(link.entity, text);
  }
}

function draftOf(ctx: FindContext, name: Name): Draft | undefined {
  if (name.kind === 'surname') return undefined;
  if (name.kind === 'body') return bodyDraft(ctx, name, 0.75, 'pattern');
  if (name.kind === 'location') return locationDraft(ctx, name);
  const { reading, confidence, rule } = name;
  if (reading.type === 'person') return undefined;
  if (reading.type === 'organization') return bodyDraft(ctx, name, confidence, rule);
  if (reading.type === 'place') return placeDraft(ctx, name, confidence);
  const entity = ctx.store.country(reading.record).id;
  const base = { span: name.span, head: name.head, kind: 'country' as const, country: reading.record.id };
  if (reading.via === 'name') {
    const use = useOfPlaceName(ctx.view, name.span, name.head, 'country');
    return extend(base, { form: 'name', use, origin: 'country', links: [linkTo(entity, confidence, rule)] });
  }
  const use = useOfAdjective(ctx.view, name, reading.via);
  const links = [linkTo(entity, confidence - 0.02, 'demonym')];
  return extend(base, { form: 'name', use, origin: reading.via, links });
}

function bodyDraft(ctx: FindContext, name: Name, confidence: number, rule: string): Draft | undefined {
  const referent = referentOf(ctx, name);
  if (!referent) return undefined;
  const entity = ctx.store.get(referent.entity);
  return {
    span: name.span,
    head: name.head,
    form: 'name',
    kind: 'organization',
    use: isModifier(ctx.view, name) ? 'modifier' : 'actor',
    origin: 'organization',
    links: [linkTo(referent.entity, confidence, rule)],
    ...(entity?.sector ? { sector: entity.sector } : {}),
    ...(referent.country ? { country: referent.country } : {}),
  };
}

/** "Iraq's Oil Ministry", "the Defence Ministry of Ukraine": the words name the state that the body is part of. */
function stateOf(ctx: FindContext, { span }: Name, { links, country }: Draft): void {
  const body = links[0]?.entity;
  if (!body || !country || !ctx.finder.index.countries.has(country)) return;
  const { words } = ctx.view;
  const owner = /^['’]s?$/.test(words[span.start - 1] ?? '') ? span.start - 3 : span.start - 1;
  const start = Math.max(owner, sentenceStart(ctx.view, span.start));
  for (let i = start; i < span.end; i++) {
    const found = matchesAt(ctx.finder.index, ctx.view, i, span.end).at(-1);
    if (found?.readings.some((r) => r.type === 'country' && r.record.id === country))
      return statePart(ctx, body, `country:${country}`, { start: i < span.start ? i : span.start, end: span.end });
  }
}

/** Inside a group and not its head, nor the last of it before a possessive. */
function isModifier(view: TextView, name: Name): boolean {
  const group = groupOf(view, name.head);
  if (isHyphenModifier(view, name.span)) return true;
  return !!group && group.head >= name.span.end && xposOf(view, name.span.end) !== 'POS';
}

function placeDraft(ctx: FindContext, name: Extract<Name, { kind: 'known' }>, confidence: number): Draft {
  const { id } = name.reading.record;
  const actor = actorOfPlace(ctx, id);
  const use = useOfPlaceName(ctx.view, name.span, name.head, actor ? 'seat' : 'place');
  const base = { span: name.span, head: name.head, form: 'name' as const, use, origin: 'place' as const };
  const record = ctx.finder.index.places.get(id);
  if (actor && use !== 'place') {
    const kind = ctx.store.get(actor.entity)?.kind ?? 'country';
    return {
      ...base,
      kind,
      ...(actor.country ? { country: actor.country } : {}),
      links: [linkTo(actor.entity, confidence * 0.9, 'metonym')],
    };
  }
  const place = record ? ctx.store.place(record).id : id;
  const country = record?.country ?? actor?.country;
  const links = [linkTo(place, confidence, 'gazetteer')];
  return extend(base, { kind: 'place', ...(country ? { country } : {}), links });
}

function locationDraft(ctx: FindContext, name: Extract<Name, { kind: 'location' }>): Draft {
  const entity = ownPlace(ctx, name);
  const country = ctx.store.get(entity)?.country;
  return {
    span: name.span,
    head: name.head,
    form: 'name',
    kind: 'place',
    use: useOfLocation(ctx.view, name),
    origin: 'place',
    links: [linkTo(entity, 0.7, name.by === 'pattern' ? 'pattern' : 'name')],
    ...(country ? { country } : {}),
  };
}

/** A place of which nothing is known may be one that acts: a town for its council, a state misspelt. */
const useOfLocation = (view: TextView, name: Extract<Name, { kind: 'location' }>): Mention['use'] => {
  // "in Derna, Norland": the second place says where the first one is.
  const { start } = name.span;
  if (view.words[start - 1] === ',' && properNameAt(view, start - 2)?.kind === 'place') return 'place';
  if (name.by === 'finder') return useOfPlaceName(view, name.span, name.head, 'seat');
  return isModifier(view, name) ? 'modifier' : 'place';
};

/** "[Iranian] oil" describes; "the [Iranians]", "the [French]" act. */
function useOfAdjective(view: TextView, name: Name, via: 'adjective' | 'people'): Mention['use'] {
  const group = groupOf(view, name.head);
  const { start, end } = name.span;
  if (isHyphen(view.words[end]) || isHyphenModifier(view, name.span)) return 'modifier';
  if (!group) return 'modifier';
  if (group.head >= end) return 'modifier';
  if (via === 'people') return 'actor';
  const determined =
    /^(the|both|some|many|most|all|few|several|these|those|two|three)$/.test(view.lower[group.start] ?? '') ||
    uposOf(view, group.start) === 'NUM';
  if (determined && group.start < start) return 'actor';
  // "[Russian] and Turkish ministers": the first adjective belongs to the noun that follows.
  if (/^(and|or|,)$/.test(view.lower[end] ?? '') && !determined) return 'modifier';
  return /s$/.test(view.lower[end - 1] ?? '') || xposOf(view, name.head).startsWith('NN') ? 'actor' : 'modifier';
}
