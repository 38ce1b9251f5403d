import type { EntityId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import type { FindContext } from './context.ts';
import { type Draft, linkTo } from './draft.ts';
import type { StoredEntity } from './entity-store.ts';
import { candidatesBefore, firstEntity, subjectWeight } from './salience.ts';
import { groupOf, lemmaOf, sentenceEnd } from './text-view.ts';

/** Kinds of body (`subkind` of a row) that a noun may mean, and the sector where only that tells. */
interface Described {
  readonly subkinds: RegExp;
  readonly sectors?: RegExp;
}

const kinds = (subkinds: string, sectors?: string): Described => ({
  subkinds: new RegExp(`^(?:${subkinds})$`),
  ...(sectors ? { sectors: new RegExp(`^(?:${sectors})$`) } : {}),
});

const ARMED = kinds('armed-group', 'REB|UAF|PRM|IMG');
const COMPANY = kinds('company|bank', 'BUS|MNC');
const UNION = kinds('igo|alliance|eu-body|treaty-body', 'IGO');
const ORGANISATION = kinds(
  'igo|ngo|un-body|eu-body|treaty-body|alliance|movement|armed-group|organization',
  'IGO|NGO|SOC',
);
const NOUNS: ReadonlyMap<string, Described> = new Map([
  ['group', kinds('armed-group|ngo|movement|alliance|company|bank|organization', 'REB|UAF|PRM|NGO|SOC|BUS|MNC|IMG')],
  ...['organisation', 'organization', 'body', 'institution'].map((noun) => [noun, ORGANISATION] as const),
  ...['bloc', 'alliance', 'union', 'grouping', 'coalition'].map((noun) => [noun, UNION] as const),
  ...['company', 'firm', 'corporation', 'conglomerate', 'manufacturer', 'giant'].map(
    (noun) => [noun, COMPANY] as const,
  ),
  ...['bank', 'lender'].map((noun) => [noun, kinds('bank')] as const),
  ['agency', kinds('agency|un-body|intelligence|police')],
  ['watchdog', kinds('agency|un-body|ngo')],
  ['charity', kinds('ngo', 'NGO')],
  ['movement', kinds('movement|armed-group|party')],
  ['party', kinds('party', 'PTY')],
  ...['newspaper', 'daily', 'paper', 'tabloid'].map((noun) => [noun, kinds('newspaper')] as const),
  ...['broadcaster', 'channel', 'network'].map((noun) => [noun, kinds('broadcaster', 'JRN')] as const),
  ...[
    'militia',
    'militant',
    'rebel',
    'insurgent',
    'guerrilla',
    'fighter',
    'separatist',
    'jihadist',
    'islamist',
    'extremist',
    'terrorist',
    'gunman',
  ].map((noun) => [noun, ARMED] as const),
]);

/** Whether the noun may mean a body of this kind. */
export const mayMean = (noun: string, body: StoredEntity): boolean => {
  const wanted = NOUNS.get(noun);
  return wanted !== undefined && fits(body, wanted, undefined);
};

/** How far back a body is still the one in question, in sentences and paragraphs. */
const REACH = { sentences: 3, paragraphs: 2 };

/**
 * The named body that a noun goes on about: "the company" after "Shell", "the rebels" after "the ELN". The nearest one of the kind; of two in
 * one sentence the subject, else none.
 * @param country gazetteer id that the words name ("the Dutch company")
 */
export function bodyDescribed(ctx: FindContext, at: TokenIndex, noun: string, country?: string): EntityId | undefined {
  const wanted = NOUNS.get(noun);
  if (!wanted) return undefined;
  const { sentenceAt } = ctx.view;
  const found = candidatesBefore(ctx, at, REACH).filter((d) => {
    const body = ctx.store.get(firstEntity(d) ?? '');
    return body && d.links.length === 1 && d.use !== 'place' && fits(body, wanted, country);
  });
  const [nearest] = found;
  if (!nearest) return undefined;
  const same = found.filter((d) => sentenceAt[d.head] === sentenceAt[nearest.head]);
  const rivals = new Set(same.map(firstEntity));
  if (rivals.size === 1) return firstEntity(nearest);
  const subjects = new Set(same.filter((d) => subjectWeight(ctx.view, d) > 0).map(firstEntity));
  return subjects.size === 1 ? [...subjects][0] : undefined;
}

const fits = (body: StoredEntity, wanted: Described, country: string | undefined): boolean =>
  body.kind === 'organization' &&
  body.subkind !== 'group' &&
  (wanted.subkinds.test(body.subkind ?? '') ||
    (body.known && !PEOPLES.test(body.subkind ?? '') && wanted.sectors?.test(body.sector ?? '') === true)) &&
  (country === undefined || body.country === country);

const PEOPLES = /^(?:tribe-or-ethnic|ministry|parliament|court|army|police|newspaper|broadcaster|university)$/;

/** Nouns that are too general to be actors by themselves: only what was named before makes them one. */
const GENERAL = /^(?:group|organi[sz]ation|body|institution|grouping|outfit|giant|lender|corporation)$/;

/** A mention of a body by a general noun ("the group", "the Islamist organisation"); undefined where none was named. */
export function generalBodyAt(ctx: FindContext, head: TokenIndex): Draft | undefined {
  const { view } = ctx;
  const noun = lemmaOf(view, head);
  const group = groupOf(view, head);
  if (!GENERAL.test(noun) || group?.kind !== 'noun' || group.head !== head || view.lower[head] !== noun)
    return undefined;
  if (!/^(?:the|this|that)$/.test(view.lower[group.start] ?? '') || ctx.drafts.headedBy(head).length > 0)
    return undefined;
  // "the group of rebels" says itself who they are.
  if (view.lower[group.end] === 'of' && group.end < sentenceEnd(view, head)) return undefined;
  const country = ctx.drafts
    .inSentences(view.sentenceAt[head] ?? 0, view.sentenceAt[head] ?? 0)
    .find((d) => d.span.start >= group.start && d.span.end <= head && d.country)?.country;
  const id = bodyDescribed(ctx, group.start, noun, country);
  const body = ctx.store.get(id ?? '');
  if (!body) return undefined;
  return {
    span: { start: group.start, end: group.end },
    head,
    form: 'nominal',
    kind: 'organization',
    use: 'actor',
    origin: 'nominal',
    definite: true,
    links: [linkTo(body.id, 0.65, 'described')],
    ...(body.sector ? { sector: body.sector } : {}),
    ...(body.country ? { country: body.country } : {}),
  };
}
