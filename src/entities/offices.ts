import { isCapitalized } from '../base/fold-name.ts';
import type { Headed } from '../knowledge/knowledge.ts';
import { keepsOffice } from '../knowledge/office-words.ts';
import type { Office, Sector } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { OFFICIAL } from './actor-codes.ts';
import { entityOfGazetteerId, type FindContext, gazetteerId, nameCovering, type Referent } from './context.ts';
import type { StoredEntity } from './entity-store.ts';
import { isStated, pushFact } from './facts.ts';
import { behindField, type Complement, complementAt, possessorsOf } from './noun-phrase.ts';
import { isFormer, isTitlePrefix, type PhraseMatch, phraseEndingAt } from './phrases.ts';
import { groupFrom, groupOf, isHyphen, sentenceStart, type TextView, textOf, uposOf } from './text-view.ts';

/** An office as the text gives it: "Norway's deputy foreign minister", "a spokeswoman for X". */
export interface OfficeReading {
  readonly title: string;
  readonly sector?: Sector;
  readonly of?: Referent;
  readonly former: boolean;
  /** The words of the office with their owner, for evidence. */
  readonly span: Span;
  /** Where the title itself (without owner) starts. */
  readonly titleStart: TokenIndex;
  readonly gender?: 'm' | 'f';
  readonly honorific: boolean;
  /** One that a state gives; an office of a body where false. */
  readonly ofState: boolean;
  /** Its words say whose it is, also where they name nobody: "its leader". */
  readonly owned: boolean;
  /** What its holder leads, when that is what the words name; empty for "a senior Hamas leader", "the director in Jordan". */
  readonly heads: readonly Headed[];
}

/** Can this phrase name one person's office or trade? */
export const isPersonPhrase = (p: PhraseMatch): boolean =>
  p.title !== undefined ||
  p.agent?.acts === 'person' ||
  (p.agent?.acts === 'country' &&
    /(official|diplomat|negotiator|spokes\w+|leader|ruler|aide|envoy|representative|bureaucrat|servant|maker)$/.test(
      p.text,
    )) ||
  (p.agent?.acts === 'group' && !p.plural && !isBand(p));

/** A collective that bears a name itself: "the militia [Karhu]". */
export const isBand = (p: PhraseMatch): boolean => p.agent?.acts === 'group' && BAND.test(p.text);
const BAND =
  /(?:group|gang|cartel|militia|movement|organi[sz]ation|network|faction|cell|clan|tribe|syndicate|family|band|mafia|squad|crew|team|unit|force|alliance|coalition|delegation|wing|community|crowd|mob)$/;

/** Offices that somebody holds in a state; trades ("the French [journalist]") and ranks of a church are none. */
const isStateOffice = ({ title, agent, sector }: PhraseMatch): boolean =>
  agent?.acts === 'country' ||
  (title !== undefined && /^(?:head-of-\w+|minister|envoy|legislator|judge|military)$/.test(title.rank)) ||
  (agent?.acts !== 'group' && (OFFICIAL.has(sector) || (title !== undefined && sector === '')));

/** The title that ends right before the token: "Brig. Gen. [Ahmed Saleh]", "Foreign Minister [X]"; undefined when there is none. */
export function titleBefore(ctx: FindContext, nameStart: TokenIndex): OfficeReading | undefined {
  const { view, finder } = ctx;
  const floor = Math.max(sentenceStart(view, nameStart), nameStart - 8);
  let end = nameStart;
  if (/^[“"'‘]$/.test(view.words[end - 1] ?? '')) end--;
  const found: PhraseMatch[] = [];
  for (;;) {
    const match = phraseEndingAt(finder.phrases, view, floor, end);
    if (!match || !isPersonPhrase(match) || match.plural || isPartOfName(view, match)) break;
    found.unshift(match);
    end = match.start;
  }
  const last = found.at(-1);
  if (!last) return undefined;
  // The office stands with the words before it: "former deputy [foreign minister]".
  const main = found.find((m) => m.title?.rank !== 'honorific') ?? last;
  const start = withPrefixes(ctx, end, floor);
  return describe(ctx, { main, start, end: nameStart, lookAfter: false });
}

/** The office that a noun group names: the whole apposition "a spokeswoman for X", "Norway's deputy foreign minister". */
export function officeOfGroup(ctx: FindContext, phrase: PhraseMatch): OfficeReading {
  const floor = groupOf(ctx.view, phrase.start)?.start ?? phrase.start;
  return describe(ctx, {
    main: phrase,
    start: withPrefixes(ctx, phrase.start, floor),
    end: phrase.end,
    lookAfter: true,
  });
}

/** "the [Christian] Democrats": a noun for people that has a capital inside the sentence. */
const isPartOfName = (view: TextView, { title, start }: PhraseMatch): boolean =>
  title === undefined && isCapitalized(view.words[start] ?? '') && start > sentenceStart(view, start);

function withPrefixes(ctx: FindContext, at: TokenIndex, floor: TokenIndex): TokenIndex {
  const { view } = ctx;
  let start = at;
  while (start > floor) {
    const before = view.lower[start - 1] ?? '';
    const hyphenated = isHyphen(before) && isTitlePrefix(view.lower[start - 2] ?? '');
    if (hyphenated) start -= 2;
    else if (isTitlePrefix(before) || isFieldOfOffice(ctx, start - 1)) start--;
    else break;
  }
  return Math.max(start, floor);
}

/** "Infrastructure" before "Minister": a capitalised or common noun of the same group that is no name. */
const isFieldOfOffice = ({ view, nameAt }: FindContext, at: TokenIndex): boolean =>
  /^(NOUN|PROPN)$/.test(uposOf(view, at)) &&
  (nameAt[at] ?? -1) < 0 &&
  groupOf(view, at) !== undefined &&
  groupOf(view, at) === groupOf(view, at + 1);

interface Described {
  readonly main: PhraseMatch;
  readonly start: TokenIndex;
  readonly end: TokenIndex;
  readonly lookAfter: boolean;
}

const AFTER_OFFICE = /^(of|for|to|in|at|on|from|with)$/;

function describe(ctx: FindContext, d: Described): OfficeReading {
  const { view } = ctx;
  const index = view.groupAt[d.start] ?? -1;
  const owners = index >= 0 ? possessorsOf(ctx, index, d.start, false) : undefined;
  const possessors = owners && breaksLine(ctx, owners.start, d.start) ? undefined : owners;
  const after = d.lookAfter ? complementAt(ctx, d.end, AFTER_OFFICE, false) : undefined;
  const from = d.lookAfter ? Math.min(d.start, view.doc.groups[index]?.start ?? d.start) : d.start;
  // "former" stands before the nationality too.
  const words = view.lower.slice(Math.min(from, groupStart(ctx, d.start)), d.end).filter((w) => !isHyphen(w));
  const before = possessors?.refs.at(-1);
  const ofAfter = after && /^(of|for|in|at|from)$/.test(after.preposition) ? after.refs[0] : undefined;
  const beyond = behindField(ctx, after);
  const of = before ?? ofAfter ?? beyond?.refs[0];
  const extra =
    after && after.end - after.start < 9 && !(ofAfter && !before && after.refs.length && after.preposition !== 'to')
      ? after.end
      : d.end;
  const gender = genderOf(words);
  return {
    title: lowerTitle(view, { start: d.start, end: d.lookAfter ? extra : d.main.end }),
    span: {
      start: Math.min(possessors?.start ?? d.start, d.start),
      end: d.lookAfter ? Math.max(extra, (beyond ?? after)?.end ?? 0) : d.end,
    },
    titleStart: d.start,
    former: isFormer(words),
    honorific:
      d.main.title?.rank === 'honorific' ||
      (d.main.title?.rank === 'other' && !d.main.agent && /^\p{Lu}\p{Ll}{0,3}\.?$/u.test(d.main.text)),
    ofState: isStateOffice(d.main),
    owned: possessors?.pronoun !== undefined || after !== undefined,
    heads: isHeadOffice(ctx, d, before !== undefined, after) ? (d.main.title?.heads ?? []) : [],
    ...(of ? { of } : {}),
    ...(d.main.sector ? { sector: d.main.sector } : {}),
    ...(gender ? { gender } : {}),
  };
}

/** Nothing but the name of the whole body stands beside the title: no field ("press director"), no part ("leader in Gaza"), no other ("a commander"). */
function isHeadOffice(ctx: FindContext, d: Described, owned: boolean, after: Complement | undefined): boolean {
  const { view } = ctx;
  const from = d.lookAfter ? Math.min(d.start, groupStart(ctx, d.start)) : d.start;
  for (let i = Math.min(from, groupStart(ctx, d.main.start)); i < d.main.start; i++)
    if ((ctx.nameAt[i] ?? -1) < 0 && !keepsOffice(view.lower[i] ?? '')) return false;
  if (!after) return true;
  const whole = groupFrom(view, after.start);
  const isWhole = whole !== undefined && nameCovering(ctx, whole.head) !== undefined;
  return !owned && after.preposition === 'of' && isWhole && !/^[’']s?$/.test(view.words[after.end] ?? '');
}

/** A heading that ends in a name stands before the title, and no owner. */
const breaksLine = ({ view: { doc } }: FindContext, from: TokenIndex, to: TokenIndex): boolean =>
  doc.article.text.slice(doc.tokens[from]?.start, doc.tokens[to]?.start).includes('\n');

/** Where the noun group begins. */
const groupStart = (ctx: FindContext, at: TokenIndex): TokenIndex => groupOf(ctx.view, at)?.start ?? at;

/** "Foreign Minister" -> "foreign minister", but "minister of Foreign Affairs of Iran" keeps its names. */
function lowerTitle(view: TextView, span: Span): string {
  const text = textOf(view, span);
  const inside = /\b(of|for|to)\b/.exec(text)?.index ?? text.length;
  return text.slice(0, inside).toLowerCase() + text.slice(inside);
}

const FEMALE =
  /^(mrs|ms|miss|madam|madame|lady|queen|princess|duchess|empress|baroness|dame|frau|señora|senora|signora|sister|mother|\w+woman)\.?$/;
const MALE =
  /^(mr|sir|lord|king|prince|duke|emperor|baron|monsieur|herr|señor|senor|signor|father|brother|pope|sultan|emir|sheikh|ayatollah|imam|\w+[^o]man)\.?$/;
const genderOf = (words: readonly string[]): 'm' | 'f' | undefined =>
  words.some((w) => FEMALE.test(w)) ? 'f' : words.some((w) => MALE.test(w)) ? 'm' : undefined;

/** Gives a person an office that the text names, and the standing fact that goes with it. */
export function addOffice(
  ctx: FindContext,
  person: StoredEntity,
  office: OfficeReading,
  nameSpan: Span,
  rule: string,
): void {
  if (office.gender) person.gender ??= office.gender;
  if (office.honorific) return;
  const of = office.of && gazetteerId(office.of.entity);
  const known = person.offices.some(
    (o) => o.title.toLowerCase() === office.title.toLowerCase() && (o.of === of || !of),
  );
  if (!known) person.offices.push({ title: office.title, ...(of ? { of } : {}) } satisfies Office);
  if (!person.known) {
    const country = office.of?.country;
    if (country) person.country ??= country;
    const sector = office.former ? 'ELI' : office.sector || ctx.store.get(office.of?.entity ?? '')?.sector;
    if (sector) person.sector ??= sector;
  }
  if (office.former) return;
  if (office.of) addFact(ctx, person.id, office, nameSpan, rule);
  else if (!office.owned)
    addFact(ctx, person.id, { ...office, ...homeOffice(ctx, person, office) }, nameSpan, `${rule}+gazetteer`);
}

/** "President Reagan": the text names the office, the gazetteer says where he held one of that name, or only ever served his state. */
function homeOffice(ctx: FindContext, person: StoredEntity, office: OfficeReading): Partial<OfficeReading> {
  if (office.sector !== 'GOV' || !person.known) return {};
  const listed = person.offices.filter((o) => o.of);
  const head = (title: string): string =>
    title
      .toLowerCase()
      .split(/ (?:of|for|to) /)[0]
      ?.split(' ')
      .at(-1) ?? '';
  const same = listed.findLast((o) => head(o.title) === head(office.title));
  const home = listed.every((o) => o.of === person.country) ? person.country : undefined;
  const of = same?.of ?? home;
  const entity = of === undefined ? undefined : entityOfGazetteerId(ctx, of);
  // "president of the Kurdistan Region @ IRQ" leads no Iraq.
  const leads = same !== undefined && same.title.toLowerCase() === office.title;
  return entity ? { of: { entity, located: false }, ...(leads ? {} : { heads: [] }) } : {};
}

function addFact(ctx: FindContext, source: EntityId, office: OfficeReading, nameSpan: Span, rule: string): void {
  const target = office.of?.entity;
  if (!target || (!office.ofState && ctx.store.get(target)?.kind !== 'organization')) return;
  const relation = relationTo(ctx, target, office);
  if (isStated(ctx, relation, source, target, office.span)) return;
  pushFact(ctx, {
    relation,
    source,
    target,
    span: office.span,
    nameSpan,
    rule,
    confidence: rule.endsWith('+gazetteer') ? 0.7 : rule === 'entities/apposition' ? 0.85 : 0.9,
  });
}

function relationTo(ctx: FindContext, target: EntityId, office: OfficeReading): string {
  if (/^(?:\w+ )*spokes(man|woman|person)\b/.test(office.title)) return 'speaks-for';
  if (/^member(?: of\b|$)/.test(office.title) && ctx.store.get(target)?.kind === 'organization') return 'member-of';
  return leadsIt(ctx, target, office) ? 'leads' : 'holds-office-in';
}

const HEADED_AS: Readonly<Record<string, Headed>> = { country: 'state', organization: 'body', place: 'place' };

/** An armed group has many commanders. */
function leadsIt({ store }: FindContext, target: EntityId, office: OfficeReading): boolean {
  const { heads, of, title, titleStart, span } = office;
  const entity = store.get(target);
  const headed = HEADED_AS[entity?.kind ?? (target.startsWith('country:') ? 'country' : '')];
  if (!headed || of?.located || !heads.includes(headed)) return false;
  return !(title === 'commander' && entity?.subkind === 'armed-group' && span.start < titleStart);
}

/** The noun group that stands in apposition to the one at `index`: after a comma, and no argument of a verb itself. */
export function appositionAfter(ctx: FindContext, index: GroupIndex, end: TokenIndex): GroupIndex | undefined {
  const { view } = ctx;
  if (view.words[end] !== ',' && view.words[end] !== '(' && view.words[end] !== '—' && view.words[end] !== '–')
    return undefined;
  const next = view.groupFrom[end + 1] ?? -1;
  const group = view.doc.groups[next];
  if (group?.kind !== 'noun') return undefined;
  const listed = view.clauses.nouns[index]?.appositions.includes(next);
  const owned = view.groupFrom[group.end + 1];
  // "X, Norway's foreign minister": the owner leads to the group that matters.
  const target = /^['’]s?$/.test(view.words[group.end] ?? '') && owned !== undefined && owned >= 0 ? owned : next;
  const role = view.clauses.nouns[target]?.role;
  const sameRole = role && role === view.clauses.nouns[index]?.role;
  if (uposOf(view, group.head) === 'PRON') return undefined;
  return listed || !role || sameRole ? target : undefined;
}
