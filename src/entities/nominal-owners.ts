import { OFFICIAL } from './actor-codes.ts';
import { countryRecord, type FindContext, type Referent } from './context.ts';
import type { Draft } from './draft.ts';
import { actsOf, linkToOwner } from './nominal-drafts.ts';
import { isOfOthers, ownerGroup } from './noun-phrase.ts';
import { isPossessivePronoun } from './text-view.ts';

/** "its forces"; true where a pronoun owns them, also when it is not known whom it means: then they are nobody else's either. */
export function resolveByOwner(ctx: FindContext, draft: Draft, acts: ReturnType<typeof actsOf>): boolean {
  const owners = ownersByPronoun(ctx, draft);
  if (!owners.length || (draft.links.length && acts !== 'group')) return hasPronoun(ctx, draft) && !draft.links.length;
  for (const [i, owner] of owners.entries()) {
    const before = i ? draft.links : [];
    linkToOwner(ctx, draft, owner.referent, owner.confidence * 0.9, 'owner');
    draft.links = [...before, ...draft.links];
  }
  return true;
}

/** "the group's leader" after a group's name; true where the words tell an owner, also one that stays unknown. */
export function resolveByNounOwner(ctx: FindContext, draft: Draft, acts: ReturnType<typeof actsOf>): boolean {
  if (draft.links.length > 0 || acts === 'group') return false;
  const { view } = ctx;
  const owner = ownerGroup(view, view.groupAt[draft.head] ?? -1);
  if (!owner) return isOfOthers(ctx, draft.span.end) && !isPerson(acts, draft);
  const said = ctx.drafts.headedBy(owner.head).find((d) => d.links.length === 1);
  const entity = ctx.store.get(said?.links[0]?.entity ?? '');
  if (!said || entity?.kind !== 'organization') return !LAND.test(view.lower[owner.head] ?? '');
  const country = countryRecord(ctx, entity.country);
  const referent = { entity: entity.id, located: false, ...(country ? { country: country.id } : {}) };
  linkToOwner(ctx, draft, referent, (said.links[0]?.confidence ?? 0) * 0.9, 'owner');
  return true;
}

const LAND = /^(?:country|nation|state|kingdom|republic)$/;
const isPerson = (acts: ReturnType<typeof actsOf>, draft: Draft): boolean => acts === 'person' && !draft.plural;

const hasPronoun = (ctx: FindContext, draft: Draft): boolean => {
  for (let i = draft.span.start; i < draft.head; i++) if (isPossessivePronoun(ctx.view, i)) return true;
  return false;
};

/** "[its] army": the owner is what the pronoun stands for. A person stands for the person's country. */
function ownersByPronoun(
  ctx: FindContext,
  draft: Draft,
): readonly { readonly referent: Referent; readonly confidence: number }[] {
  let pronoun: Draft | undefined;
  for (let i = draft.span.start; i < draft.head && !pronoun; i++)
    pronoun = ctx.drafts.startingAt(i).find((d) => d.form === 'pronoun' && d.use === 'modifier');
  const acts = draft.phrase && actsOf(draft.phrase);
  const isPrivate =
    !OFFICIAL.has(draft.phrase?.sector ?? '') || /(?:party|lawyer|attorney)$/.test(draft.phrase?.text ?? '');
  return (pronoun?.links ?? []).flatMap((l) => {
    const entity = ctx.store.get(l.entity);
    const country = countryRecord(ctx, entity?.country);
    if (!entity) return [];
    // "his newspaper" is neither the man nor his state, "his government" nobody's as long as the state is not known.
    if (entity.kind === 'person' && (isPrivate || (!country && acts !== 'person'))) return [];
    const official = OFFICIAL.has(entity.sector ?? '');
    const id =
      entity.kind === 'person' && country && (official || acts !== 'person')
        ? ctx.store.country(country).id
        : entity.id;
    return [
      {
        referent: { entity: id, located: false, ...(country ? { country: country.id } : {}) },
        confidence: l.confidence,
      },
    ];
  });
}
