import { foldName, slug } from '../base/fold-name.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { countryRecord, type FindContext } from './context.ts';
import type { Draft } from './draft.ts';
import { isStated, pushFact } from './facts.ts';
import type { Phrase } from './phrases.ts';
import { textOf } from './text-view.ts';

/** `org:SYR:army`: a body of a state that the gazetteer has no row for, and that it is part of that state. */
export function stateBody(
  ctx: FindContext,
  code: string,
  phrase: string,
  n: { readonly base: Draft; readonly phrase: Phrase; readonly byContext?: boolean },
): EntityId {
  const country = countryRecord(ctx, code);
  const adjective = country?.adjectives[0] ?? country?.name ?? code;
  const known = knownBody(ctx, code, [
    `${adjective} ${phrase}`,
    ...(country?.adjectives ?? []).map((a) => `${a} ${phrase}`),
  ]);
  if (known) {
    statePart(ctx, known, `country:${code}`, n.base.span, n.byContext);
    return known;
  }
  const central = phrase === 'central bank' ? centralBank(ctx, code) : undefined;
  if (central) return central;
  const short = canonicalBody(phrase);
  const id = `org:${code}:${slug(short)}`;
  const title = n.phrase.agent?.number === 'sg' ? short : phrase;
  ctx.store.own({
    id,
    kind: 'organization',
    name: `${adjective} ${title}`,
    sector: n.base.sector,
    country: code,
    subkind: subkindOf(n.base.sector ?? ''),
  });
  ctx.store.seen(id, withoutDeterminer(textOf(ctx.view, n.base.span)));
  statePart(ctx, id, `country:${code}`, n.base.span, n.byContext);
  return id;
}

/** Sectors of bodies that are parts of their state; parties, firms and the press are none. */
const OF_STATE = /^(?:GOV|MIL|LEG|JUD|COP|SPY)$/;

/** States, once a sentence, that a body is part of a state. @param words that say so @param byContext only what stands before tells the state */
export function statePart(ctx: FindContext, body: EntityId, state: EntityId, words: Span, byContext = false): void {
  if (!OF_STATE.test(ctx.store.get(body)?.sector ?? '') || isStated(ctx, 'part-of', body, state, words)) return;
  pushFact(ctx, {
    relation: 'part-of',
    source: body,
    target: state,
    span: words,
    nameSpan: words,
    rule: byContext ? 'entities/context' : 'entities/modifier',
    confidence: byContext ? 0.6 : 0.8,
  });
}

const knownBody = (ctx: FindContext, code: string, names: readonly string[]): EntityId | undefined => {
  for (const name of names) {
    const record = ctx.finder.index.organizationsNamed(foldName(name)).find((r) => r.countries.includes(code));
    if (record) return ctx.store.organization(record).id;
  }
  return undefined;
};

const centralBank = (ctx: FindContext, code: string): EntityId | undefined => {
  for (const record of ctx.finder.index.organizations.values())
    if (record.subkind === 'bank' && record.sector === 'GOV' && record.countries[0] === code)
      return ctx.store.organization(record).id;
  return undefined;
};

/** "ministry of foreign affairs" = "foreign ministry", "defense" = "defence", "troops" and "soldiers" = the army's forces. */
export const canonicalBody = (phrase: string): string => {
  const flat = phrase.replace(/defense/, 'defence');
  const ministry = /^(?:ministry|department) of (?:the )?(.+)$/.exec(flat)?.[1];
  if (ministry) return ministry === 'foreign affairs' ? 'foreign ministry' : `${ministry} ministry`;
  return /^(troops|combat troops|ground troops|soldiers|forces?|military|armed forces|army troops)$/.test(flat)
    ? 'armed forces'
    : flat;
};

const SUBKINDS: Readonly<Record<string, string>> = {
  MIL: 'army',
  LEG: 'parliament',
  JUD: 'court',
  COP: 'police',
  SPY: 'intelligence',
  PTY: 'party',
  BUS: 'company',
  EDU: 'university',
};
export const subkindOf = (sector: string): string => SUBKINDS[sector] ?? 'agency';
export const withoutDeterminer = (text: string): string =>
  text.replace(/^(the|a|an|some|its|their|his|her|these|those|this|that)\s+/i, '');
