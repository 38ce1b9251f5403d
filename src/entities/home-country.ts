import { datelineLength } from '../base/dateline-words.ts';
import { foldName, isCapitalized } from '../base/fold-name.ts';
import type { FindContext } from './context.ts';
import type { Draft } from './draft.ts';
import { isLand, linkToOwner } from './nominal-drafts.ts';
import { isPossessivePronoun, uposOf } from './text-view.ts';

/** Those who work at home: police, courts, parliaments and the opposition. */
const LOCAL = /^(?:COP|JUD|LEG|OPP)$/;
/** Bodies of a state. */
const STATE = /^(?:COP|JUD|LEG|OPP|GOV|MIL|SPY)$/;
/** Troops may be anybody's. */
const ARMY = /^(?:army|military|navy|air force|armed forces|security forces|army chief|military chief)$/;
/** News from the seats of international bodies is seldom of the state around them. */
const SEATS: ReadonlySet<string> = new Set(['BEL', 'CHE', 'AUT', 'NLD']);
/** The news of the world is reported from here. */
const CAPITAL_OF_NEWS = 'USA';
/** How many sentences back bodies of a state are looked for. */
const REACH = 2;

/** "[Prosecutors] charged him", "the foreign ministry", "the president": those of the state in which the article is at home. */
export function linkToHome(ctx: FindContext, draft: Draft): void {
  const { phrase } = draft;
  if (!phrase || isLand(phrase) || VAGUE.test(phrase.text)) return;
  const { view } = ctx;
  for (let i = draft.span.start; i < draft.head; i++)
    if (isPossessivePronoun(view, i) || OTHERS.test(view.lower[i] ?? '') || isNameInside(ctx, draft, i)) return;
  const country = homeCountry(ctx, draft);
  if (country) linkToOwner(ctx, draft, { entity: `country:${country}`, country, located: false }, 0.5, 'context');
}

/** "[Kurdish] officials", "the [Coast] Guard command": a name says whose they are, if nobody knows it. */
const isNameInside = ({ view }: FindContext, { span }: Draft, i: number): boolean =>
  uposOf(view, i) === 'PROPN' || (i > span.start && isCapitalized(view.words[i] ?? ''));

/** Nouns of which the text must say whose they are. */
const VAGUE = /^(?:side|counterpart|authority|leader|leadership|delegation|diplomat|envoy|mission|capital|head|chief)$/;
const OTHERS =
  /^(?:two|both|no|any|other|such|another|state|regional|provincial|local|city|county|district|municipal|tribal)$/;

/**
 * The state whose police, ministry or opposition an article means that says no more: that of the bodies just named ("a court in Ankara …
 * [Prosecutors] said"), else that of the dateline. Undefined where two come into question.
 */
function homeCountry(ctx: FindContext, draft: Draft): string | undefined {
  const sector = draft.phrase?.sector ?? '';
  if (!STATE.test(sector) || (sector === 'MIL' && !ARMY.test(draft.phrase?.text ?? ''))) return undefined;
  const local = LOCAL.test(sector);
  const [body, other] = bodiesBefore(ctx, draft);
  if (other) return undefined;
  if (body) return local || draft.definite ? body : undefined;
  const home = countryOfDateline(ctx) ?? countryOfBodies(ctx, draft);
  if (!home || (home === CAPITAL_OF_NEWS && !local)) return undefined;
  return local || (draft.definite && isSpokenOf(ctx, draft, home)) ? home : undefined;
}

const before = (ctx: FindContext, draft: Draft, reach = REACH): readonly Draft[] => {
  const sentence = ctx.view.sentenceAt[draft.head] ?? 0;
  return ctx.drafts.inSentences(sentence - reach, sentence).filter((d) => d.head < draft.span.start);
};

/** The one state whose bodies the article has named so far. */
function countryOfBodies(ctx: FindContext, draft: Draft): string | undefined {
  const [country, other] = bodiesBefore(ctx, draft, ctx.view.sentenceAt[draft.head] ?? 0);
  return other ? undefined : country;
}

/** States of the bodies named in this and the last sentences. */
function bodiesBefore(ctx: FindContext, draft: Draft, reach = REACH): readonly string[] {
  const found = before(ctx, draft, reach).flatMap(({ links }) => {
    const body = links.length === 1 ? ctx.store.get(links[0]?.entity ?? '') : undefined;
    return body?.kind === 'organization' && body.subkind !== 'group' && body.country && STATE.test(body.sector ?? '')
      ? [body.country]
      : [];
  });
  return [...new Set(found)];
}

const isSpokenOf = (ctx: FindContext, draft: Draft, country: string): boolean =>
  before(ctx, draft).some((d) => d.country === country && d.use !== 'place');

/** "ANKARA, March 12 (Reuters) -": the one state in which the places of the dateline lie. */
function countryOfDateline(ctx: FindContext): string | undefined {
  const [country, other] = new Set(datelinePlaces(ctx));
  return other || SEATS.has(country ?? '') ? undefined : country;
}

/** The agency of a dateline is of no state here. */
const NAMED = /^(?:place|country)$/;

function datelinePlaces(ctx: FindContext): readonly string[] {
  const { doc } = ctx.view;
  const place = doc.article.dateline?.place;
  if (place) {
    const readings = ctx.finder.index.readingsOf(foldName(place));
    return readings.flatMap((r) =>
      r.type === 'country' ? [r.record.id] : r.type === 'place' && r.record.country ? [r.record.country] : [],
    );
  }
  for (const [i, { start, end }] of doc.sentences.slice(0, 3).entries()) {
    const length = datelineLength(doc.tokens.slice(start, end));
    if (length > 0)
      return ctx.drafts
        .inSentences(i, i)
        .flatMap((d) => (d.span.end <= start + length && d.country && NAMED.test(d.origin) ? [d.country] : []));
  }
  return [];
}
