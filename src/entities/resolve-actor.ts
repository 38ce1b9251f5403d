import { foldName } from '../base/fold-name.ts';
import type { OrganizationRecord } from '../knowledge/knowledge.ts';
import type { ChunkedDocument } from '../model/document.ts';
import type { Office, Sector } from '../model/entity.ts';
import { readClauses } from '../syntax/read-clauses.ts';
import { codeOfBody, codeOfCountry, OFFICIAL, sectorOfBody, sectorOfPerson } from './actor-codes.ts';
import { agentPhrase } from './agent-phrase.ts';
import { actorOfPlace, type FindContext } from './context.ts';
import type { Reading } from './gazetteer-index.ts';
import { misspelt } from './misspelt.ts';
import { isHyphenModifier, type NameFinder } from './names.ts';
import { isFormer, type PhraseMatch, phrasesAt } from './phrases.ts';
import { dayOf } from './spoken-day.ts';
import { officesAt } from './time-fit.ts';
import { stateOfTown } from './towns.ts';

/** An actor phrase as the codes of the field have it. Empty strings where nothing is known. */
export interface ResolvedActor {
  /** ISO 3166-1 alpha-3, or `IGO`, `UNO`, `EUR` for international bodies. */
  readonly country: string;
  /** PLOVER sector. */
  readonly code_1: string;
  readonly name?: string;
  readonly wikidata?: string;
}

export interface ResolveOptions {
  /** Sentence or article round the phrase: its country helps when the phrase has none. */
  readonly context?: string;
  /** Day of the text, `YYYY-MM-DD`, or `today`; decides who held which office. Other forms are ignored. */
  readonly date?: string;
  /** Tokenizer, tagger and chunker of the pipeline. */
  readonly tag: (text: string) => ChunkedDocument;
}

/** Reads a document for the actor resolver; injected so that this file needs no passes of its own. */
export type Reader = (finder: NameFinder, doc: ChunkedDocument, clauses: ReturnType<typeof readClauses>) => FindContext;

const NOBODY: ResolvedActor = { country: '', code_1: '' };

/** Country and sector of an actor phrase: "a former CIA official", "Muslim leaders in France", "Oslo". */
export function resolveActorPhrase(
  finder: NameFinder,
  read: Reader,
  phrase: string,
  options: ResolveOptions,
): ResolvedActor {
  const text = phrase.trim().replace(/\s+/g, ' ');
  if (!text) return NOBODY;
  const { date, standing } = dayOf(options.date);
  const asked = (words: string): ResolvedActor => {
    const ctx = readPhrase(finder, read, words, options, date);
    const whole = wholeName(ctx, words);
    return whole ? codeReading(ctx, whole, standing) : codePhrase(ctx, standing);
  };
  let result = asked(text);
  // A capital that begins a text proves nothing, behind an article it does: "[the] Rakhine rebels", "[the] WHO".
  if (!result.country && /^\p{Lu}/u.test(text) && !/^The\b/.test(text))
    result = firstWithCountry([asked(`the ${text}`), result]);
  if (!result.country) result = inTown(finder, text, result);
  if (!result.country) result = firstWithCountry([respelt(finder, text, asked) ?? result, result]);
  if (result.country || !options.context) return result;
  const around = readPhrase(finder, read, options.context, options, date);
  const countries = new Set(around.drafts.all.flatMap((d) => (d.country ? [d.country] : [])));
  const [only] = countries;
  return only && countries.size === 1 ? { ...result, country: codeOfCountry(only).country } : result;
}

const firstWithCountry = ([first, second]: readonly [ResolvedActor, ResolvedActor]): ResolvedActor =>
  first.country ? { ...first, code_1: first.code_1 || second.code_1 } : second;

/** Whose town the phrase names; those who live there, where nothing else tells who is meant. */
function inTown(finder: NameFinder, text: string, result: ResolvedActor): ResolvedActor {
  const country = stateOfTown(finder.towns(), text);
  return country ? { ...result, country, code_1: result.code_1 || 'CVL' } : result;
}

/** The phrase with a name in the gazetteer's spelling: "[Dehli] police", "General [Sergey Rudskoi]". */
function respelt(finder: NameFinder, text: string, asked: (words: string) => ResolvedActor): ResolvedActor | undefined {
  const [run = ''] = /\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)*/u.exec(text.replace(/^(?:The|An?) /, '')) ?? [];
  const words = run.split(' ');
  for (let from = 0; from < words.length; from++) {
    const name = words.slice(from).join(' ');
    // One word behind others is a surname, and somebody's first name is no town.
    if (from && from === words.length - 1) return undefined;
    if (words.length === 1 && finder.index.firstNames.has(name.toLowerCase())) return undefined;
    const known = misspelt(finder.spellings(), name);
    if (known) return asked(text.replace(name, known.alias));
  }
  return undefined;
}

function readPhrase(
  finder: NameFinder,
  read: Reader,
  text: string,
  options: ResolveOptions,
  date: string | undefined,
): FindContext {
  const tagged = options.tag(text);
  const { publishedOn: _, ...article } = tagged.article;
  const doc = { ...tagged, article: { ...article, ...(date ? { publishedOn: date } : {}) } };
  return read(finder, doc, readClauses(doc, new Set()));
}

/** The reading when the whole phrase is one gazetteer name (an article before it doesn't count). */
function wholeName(ctx: FindContext, text: string): Reading | undefined {
  const wanted = foldName(text.replace(/^(the|an?)\s+/i, ''));
  for (const name of ctx.names) {
    const words = ctx.view.words.slice(name.span.start, name.span.end).join(' ');
    if (foldName(words) !== wanted && foldName(words) !== foldName(text)) continue;
    if (name.kind === 'known') return name.reading;
    if (name.kind === 'surname')
      return personOf(ctx, name.span.end - 1) ?? (name.readings.length === 1 ? name.readings[0] : undefined);
  }
  return undefined;
}

function personOf(ctx: FindContext, head: number): Reading | undefined {
  const draft = ctx.drafts.endingAt(head + 1).find((d) => d.origin === 'person');
  const record = ctx.finder.index.people.get(draft?.links[0]?.entity ?? '');
  return record && { type: 'person', record, via: 'name', alias: record.name };
}

function codeReading(ctx: FindContext, reading: Reading, date: string | undefined): ResolvedActor {
  const { record } = reading;
  const named = { name: record.name, ...(record.wikidata ? { wikidata: record.wikidata } : {}) };
  if (reading.type === 'country') {
    const { country, partial } = codeOfCountry(reading.record.id);
    return { country, code_1: partial ? 'PRE' : '', ...named };
  }
  if (reading.type === 'organization')
    return { country: codeOfBody(ctx, reading.record), code_1: sectorOfBody(reading.record), ...named };
  if (reading.type === 'person') return codePerson(ctx, reading.record.id, undefined, date);
  const actor = actorOfPlace(ctx, reading.record.id);
  if (actor) return { country: codeOfCountry(actor.country ?? '').country, code_1: 'GOV', ...named };
  const settled = /^(city|town|region|border|province)$/.test(reading.record.kind);
  return { country: codeOfCountry(reading.record.country ?? '').country, code_1: settled ? 'CVL' : '', ...named };
}

/** A person by name; a title before the name counts more than the gazetteer's offices. */
function codePerson(
  ctx: FindContext,
  id: string,
  title: { readonly sector: Sector; readonly former: boolean } | undefined,
  date: string | undefined,
): ResolvedActor {
  const record = ctx.finder.index.people.get(id);
  const own = ctx.store.get(id);
  const country = codeOfCountry(record?.country ?? own?.country ?? '').country;
  const body = record?.country ? undefined : ctx.finder.index.organizations.get(record?.offices.at(-1)?.of ?? '');
  const served = title?.former ? undefined : internationalBody(ctx, record?.offices ?? [], date);
  const held = record ? sectorOfPerson(ctx, record, date) : (own?.sector ?? '');
  const sector = title ? afterOffice(title.sector || held, title.former) : held;
  const wikidata = record?.wikidata;
  return {
    country: served ? codeOfBody(ctx, served) : country || (body ? codeOfBody(ctx, body) : ''),
    code_1: served ? sectorOfBody(served) : firstCode(sector),
    name: record?.name ?? own?.name ?? '',
    ...(wikidata ? { wikidata } : {}),
  };
}

/** The secretary-general of the UN acts for it, not for the state that he comes from. */
function internationalBody(
  ctx: FindContext,
  offices: readonly Office[],
  date: string | undefined,
): OrganizationRecord | undefined {
  const office = officesAt(offices, date).at(-1);
  const body = ctx.finder.index.organizations.get(office?.of ?? '');
  return body?.sector === 'IGO' && (date || !office?.to) ? body : undefined;
}

function codePhrase(ctx: FindContext, date: string | undefined): ResolvedActor {
  const person = ctx.drafts.all.find((d) => d.origin === 'person' && d.links.length > 0);
  const agent = agentPhrase(ctx, person?.span.start);
  const former = isFormer(ctx.view.lower);
  if (person) {
    const title =
      agent && agent.end <= person.span.start && (agent.title?.rank ?? '') !== 'honorific'
        ? { former, sector: agent.sector }
        : undefined;
    const coded = codePerson(ctx, person.links[0]?.entity ?? '', title, date);
    return coded.country ? coded : { ...coded, country: countryOf(ctx) };
  }
  if (agent) {
    const body = namedBody(ctx);
    const sector = afterOffice(agent.sector || (body ? sectorOfBody(body) : ''), former);
    // "Tigrayan rebels" are rebels, "Hamas fighters" are what Hamas is.
    const own = body && body.subkind !== 'tribe-or-ethnic' ? sectorOfBody(body) : undefined;
    const group = agent.agent?.acts === 'group' && !former ? own : undefined;
    const inside =
      body && /official|officer|spokes|agent|member|leader|chief/.test(agent.text) && !former
        ? sectorOfBody(body)
        : undefined;
    const code = group || (inside === 'IGO' && sector !== 'GOV' ? sector : inside) || sector;
    return { country: countryOf(ctx), code_1: firstCode(code, agent.text) };
  }
  const named = codeName(ctx, date);
  const thing = thingOf(ctx);
  return thing && /^(?:|UNK)$/.test(named.code_1) ? { country: named.country, code_1: thing.sector } : named;
}

/** "Russian [missiles]", "a [village] in Chad": what a thing tells of those behind it. */
function thingOf(ctx: FindContext): PhraseMatch | undefined {
  const table = { phrases: ctx.finder.phrases.things };
  const { words } = ctx.view;
  for (let i = 0; i < words.length; i++) {
    const match = (ctx.nameAt[i] ?? -1) < 0 ? phrasesAt(table, ctx.view, i, words.length).at(-1) : undefined;
    if (match) return match;
  }
  return undefined;
}

/** Who has left an office of state is elite; a former rebel is no official. */
const afterOffice = (sector: Sector, former: boolean): Sector => (former && OFFICIAL.has(sector) ? 'ELI' : sector);

/** Opposition is a second code (PLOVER): behind PTY for parties and politicians, behind CVL for others. */
const firstCode = (sector: Sector, noun = 'politician'): Sector =>
  sector !== 'OPP' ? sector : PARTISAN.test(noun) ? 'PTY' : 'CVL';
const PARTISAN =
  /\b(?:part(?:y|ies)|coalition|bloc|politician|candidate|leader of the opposition|opposition leader|shadow|mp|parallel|spokesman)\b/i;

/** The best name in a phrase without agent noun ("Syrian island", "the Baltic Fleet", a place in a country). */
function codeName(ctx: FindContext, date: string | undefined): ResolvedActor {
  const known = ctx.names.flatMap((n) => (n.kind === 'known' ? [n] : []));
  const body = known.find((n) => n.reading.type === 'organization');
  if (body) return codeReading(ctx, body.reading, date);
  const own = ctx.names.find((n) => n.kind === 'body');
  if (own?.kind === 'body') return { country: countryOf(ctx), code_1: own.body.sector };
  const first = known[0];
  // "Idlib province": those who live there.
  if (!first && ctx.names.some((n) => n.kind === 'location')) return { country: countryOf(ctx), code_1: 'CVL' };
  if (!first) return NOBODY;
  const rest = ctx.view.words.length - (first.span.end - first.span.start);
  const coded = codeReading(ctx, first.reading, date);
  // "an amusement park in Kabul": the place's country, and whoever is there.
  if (rest > 1 && first.span.start > 1 && /^(in|at|near|of|from)$/.test(ctx.view.lower[first.span.start - 1] ?? ''))
    return { country: coded.country, code_1: 'CVL' };
  // A thing that belongs to a country ("a Syrian island") has no sector that anybody knows.
  return rest > 0 && first.reading.via === 'adjective' ? { country: coded.country, code_1: 'UNK' } : coded;
}

function namedBody(ctx: FindContext) {
  for (const n of ctx.names) if (n.kind === 'known' && n.reading.type === 'organization') return n.reading.record;
  return undefined;
}

/** The first country that the phrase gives: of a body, a demonym, a seat, a place. */
function countryOf(ctx: FindContext): string {
  const body = namedBody(ctx);
  if (body) return codeOfBody(ctx, body);
  const named = ctx.drafts.all.filter((d) => d.country && d.form === 'name');
  // "[Turkish]-backed rebels in Syria": whose friends they are comes last.
  const own = named.filter((d) => !isHyphenModifier(ctx.view, d.span));
  const [first] = (own.length ? own : named).sort((a, b) => a.span.start - b.span.start);
  return codeOfCountry(first?.country ?? insideBody(ctx) ?? '').country;
}

/** "[Norland] Southern Airlines": what the name of an unknown body holds. */
function insideBody(ctx: FindContext): string | undefined {
  const [reading] = ctx.names.flatMap((n) => (n.kind === 'body' ? n.inside : []));
  if (reading?.type === 'country') return reading.record.id;
  return reading?.type === 'place' ? reading.record.country : undefined;
}
