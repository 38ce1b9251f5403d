import { isCapitalized, namePieces, slug } from '../base/fold-name.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import { type FindContext, nameCovering } from './context.ts';
import { type Draft, linkTo } from './draft.ts';
import type { StoredEntity } from './entity-store.ts';
import { doesAsPerson } from './human-verbs.ts';
import { isNoName, personAt } from './name-evidence.ts';
import { partsOfName } from './name-parts.ts';
import { addOffice, appositionAfter, isPersonPhrase, type OfficeReading, officeOfGroup } from './offices.ts';
import { findPersonRuns, type PersonRun } from './person-runs.ts';
import { type PhraseMatch, phraseCovering } from './phrases.ts';
import { isServed } from './served.ts';
import { chooseBySurname } from './surnames.ts';
import { groupOf, nounOf, sentenceStart, textOf, uposOf } from './text-view.ts';

/** Name (folded) -> people of the article who bear it, in order of appearance. */
type Bearers = Map<string, EntityId[]>;

interface Roster {
  readonly byLast: Bearers;
  /** Only people whom the gazetteer doesn't know. */
  readonly byFirst: Bearers;
}

/** More people of one name than any article has: the name alone tells none of them. */
const MAX_BEARERS = 50;

/** Finds people: gazetteer names, unknown names with evidence, and later short forms of both. Adds mentions, offices and facts. */
export function addPeople(ctx: FindContext): void {
  const roster: Roster = { byLast: new Map(), byFirst: new Map() };
  const runs = findPersonRuns(ctx);
  const long = runs.filter((run) => run.wordCount > 2 && !run.known && isFullName(ctx, run));
  const parts = new Set(long.flatMap((run) => partsOfName(keyOf(ctx, run).split(' '))));
  const done = new Set<PersonRun>();
  // Full names first: a headline or a first sentence may use the short form.
  for (const run of runs) {
    if (!run.known && (parts.has(keyOf(ctx, run)) || !isFullName(ctx, run))) continue;
    done.add(run);
    fullName(ctx, run, roster);
  }
  for (const run of runs) if (!done.has(run)) shortForm(ctx, run, roster);
}

function fullName(ctx: FindContext, run: PersonRun, roster: Roster): void {
  const person = run.known ? ctx.store.person(run.known) : unknownPerson(ctx, run);
  enter(roster, person, run, ctx);
  mention(ctx, run, person, run.known ? run.confidence : 0.75, run.known ? 'gazetteer' : 'person-pattern');
  const gender = run.known
    ? undefined
    : ctx.finder.index.gendersOfFirstNames().get(ctx.view.lower[run.span.start] ?? '');
  if (gender) person.gender ??= gender;
}

const keyOf = (ctx: FindContext, run: PersonRun): string =>
  namePieces(textOf(ctx.view, run.span)).join(' ').toLowerCase();

function enter(roster: Roster, person: StoredEntity, run: PersonRun, ctx: FindContext): void {
  const record = run.known;
  const pieces = namePieces(textOf(ctx.view, run.span)).map((p) => p.toLowerCase());
  const keys = new Set([
    pieces.at(-1) ?? '',
    record?.surname ? namePieces(record.surname).join(' ').toLowerCase() : '',
  ]);
  // Spanish and Arabic names: the second to last word may be the one that is used.
  if (!record && pieces.length > 2) keys.add(pieces.at(-2) ?? '');
  if (!record) for (const part of partsOfName(pieces)) keys.add(part);
  for (const key of keys) enlist(roster.byLast, key, person.id);
  if (!person.known) enlist(roster.byFirst, namePieces(person.name)[0]?.toLowerCase() ?? '', person.id);
}

function enlist(bearers: Bearers, name: string, person: EntityId): void {
  const list = bearers.get(name);
  if (!list && name) bearers.set(name, [person]);
  else if (list && list.length < MAX_BEARERS && !list.includes(person)) list.push(person);
}

/** Two or more name words with a title, an apposition, a known first name or a verb that only people are subject of. */
function isFullName(ctx: FindContext, run: PersonRun): boolean {
  if (run.wordCount < 2 && !isByname(ctx, run)) return false;
  if (run.title || personAt(ctx.view, run.head, run.titleCase)) return true;
  if (apposedOffice(ctx, run)) return true;
  if (ctx.view.words[run.span.end] === ',' && /^\d\d$/.test(ctx.view.words[run.span.end + 1] ?? '')) return true;
  if (run.titleCase) return false;
  if (/^(?:, )?who$/.test(textBehind(ctx, run.span.end))) return true;
  const first = ctx.view.lower[run.span.start] ?? '';
  if (ctx.finder.index.firstNames.has(first) || hasNameParticle(ctx, run.span)) return true;
  if (standsBesidePerson(ctx, run)) return true;
  return doesAsPerson(ctx, run.head);
}

const textBehind = ({ view }: FindContext, end: TokenIndex): string =>
  view.lower.slice(end, view.words[end] === ',' ? end + 2 : end + 1).join(' ');

/** "Abu Hamza": one word with its particle is a whole name. */
const isByname = ({ view }: FindContext, { span }: PersonRun): boolean =>
  span.end - span.start > 1 && /^(?:abu|abou|umm)$/.test(view.lower[span.start] ?? '');

/** "bin", "al-", "abu" inside: Arabic names of people. */
const hasNameParticle = (ctx: FindContext, span: Span): boolean => {
  for (let i = span.start + 1; i < span.end - 1; i++)
    if (/^(bin|ibn|ben|bint|al|el|abu|abd|ould|von|van)$/.test(ctx.view.lower[i] ?? '')) return true;
  return false;
};

/** "… and X" after a person. */
const standsBesidePerson = (ctx: FindContext, run: PersonRun): boolean =>
  /^(and|,)$/.test(ctx.view.lower[run.span.start - 1] ?? '') &&
  ctx.drafts.endingAt(run.span.start - 1).some((d) => d.origin === 'person');

function unknownPerson(ctx: FindContext, run: PersonRun): StoredEntity {
  const name = textOf(ctx.view, run.span);
  return ctx.store.own({ id: `person:${slug(name)}`, kind: 'person', name });
}

/** Offices before and behind the name, then the mention itself. */
function mention(ctx: FindContext, run: PersonRun, person: StoredEntity, confidence: number, rule: string): void {
  const text = textOf(ctx.view, run.span);
  ctx.store.seen(person.id, text);
  if (run.title) addOffice(ctx, person, run.title, run.span, 'entities/title');
  const apposed = apposedOffice(ctx, run);
  if (apposed) addOffice(ctx, person, apposed.office, run.span, 'entities/apposition');
  const draft: Draft = {
    span: run.span,
    head: run.head,
    form: 'name',
    kind: 'person',
    use: isOwnedOrHead(ctx, run) ? 'actor' : 'modifier',
    origin: 'person',
    links: [linkTo(person.id, confidence, rule)],
    ...(person.sector ? { sector: person.sector } : {}),
    ...(person.country ? { country: person.country } : {}),
  };
  ctx.drafts.add(draft);
}

/** A name inside a group with an article ("the [Obama] administration") only describes, unless it owns. */
function isOwnedOrHead(ctx: FindContext, run: PersonRun): boolean {
  const group = groupOf(ctx.view, run.head);
  const described = group && group.head >= run.span.end && uposOf(ctx.view, group.start) === 'DET';
  return !described || /^['’]s?$/.test(ctx.view.words[run.span.end] ?? '');
}

/** "Andreas Kravik, Norway's deputy foreign minister" and "Norway's deputy foreign minister, Andreas Kravik". */
function apposedOffice(ctx: FindContext, run: PersonRun): { readonly office: OfficeReading } | undefined {
  const { view, finder } = ctx;
  const index = view.groupAt[run.head] ?? -1;
  if (index < 0) return undefined;
  const after = appositionAfter(ctx, index, run.span.end);
  const group = after === undefined ? undefined : view.doc.groups[after];
  if (group && !nameCoversAsPerson(ctx, group.head)) {
    const phrase = phraseCovering(
      finder.phrases,
      view,
      group.start,
      group.head,
      view.doc.sentences[group.sentence]?.end ?? group.end,
    );
    if (phrase && !phrase.plural && isPersonPhrase(phrase)) return { office: officeOfGroup(ctx, phrase) };
  }
  const phrase = officeBeforeComma(ctx, run);
  return phrase && { office: officeOfGroup(ctx, phrase) };
}

/** "[the president of Peru], X": the office group that the name stands in apposition to. */
function officeBeforeComma(ctx: FindContext, run: PersonRun): PhraseMatch | undefined {
  const { view, finder } = ctx;
  // "Chad's army chief, [General] X"
  const comma = (run.title?.honorific || run.title?.owned === false ? run.title.titleStart : run.span.start) - 1;
  if (view.words[comma] !== ',') return undefined;
  let group = groupOf(view, comma - 1);
  let steps = 0;
  while (group && steps++ < 3) {
    const phrase = phraseCovering(finder.phrases, view, group.start, group.head, comma);
    if (phrase && !phrase.plural && !isServed(ctx, group) && isPersonPhrase(phrase) && !nameCovering(ctx, group.head)) {
      const index = view.groupAt[group.head] ?? -1;
      const mine = view.groupAt[run.head] ?? -2;
      const role = view.clauses.nouns[mine]?.role;
      return view.clauses.nouns[index]?.appositions.includes(mine) || !role ? phrase : undefined;
    }
    if (!/^(of|for|to|in|at)$/.test(view.lower[group.start - 1] ?? '')) return undefined;
    group = groupOf(view, group.start - 2);
  }
  return undefined;
}

const nameCoversAsPerson = (ctx: FindContext, token: TokenIndex): boolean => {
  const name = nameCovering(ctx, token);
  return name?.kind === 'known' && name.reading.type === 'person';
};

/** A single name: somebody of this article, a gazetteer person who fits, or a new person when a title or "Mr." stands before it. */
function shortForm(ctx: FindContext, run: PersonRun, roster: Roster): void {
  const key = keyOf(ctx, run);
  const last = key.split(' ').at(-1) ?? key;
  const { byLast, byFirst } = roster;
  const bearers = byLast.get(key) ?? (run.wordCount === 1 || run.title ? byLast.get(last) : undefined);
  const listed =
    namedBefore(ctx, bearers, run) ?? (run.wordCount === 1 ? firstNamed(ctx, byFirst.get(key), run) : undefined);
  if (listed?.length) {
    const chosen = chooseListed(ctx, run, listed);
    if (chosen) mention(ctx, run, chosen, listed.length > 1 ? 0.7 : 0.9, 'surname');
    return;
  }
  if (run.wordCount > 1 && isFullName(ctx, run)) return fullName(ctx, run, roster);
  const record = run.surnames.length ? chooseBySurname(ctx, run) : undefined;
  if (record) {
    const person = ctx.store.person(record.record);
    enter(roster, person, { ...run, known: record.record }, ctx);
    return mention(ctx, run, person, record.confidence, 'surname');
  }
  const office = run.title ?? (run.titleCase ? undefined : apposedOffice(ctx, run)?.office);
  const known = office !== undefined || isSurelySomebody(ctx, run, byLast.has(key));
  if (!known && !run.titleCase) unlinkedName(ctx, run);
  if (!known || run.titleCase || !looksLikeSurname(ctx, run) || isOffice(ctx, run)) return;
  const person = unknownPerson(ctx, run);
  enter(roster, person, run, ctx);
  mention(ctx, run, person, office ? 0.65 : 0.6, 'person-pattern');
}

/** "Deputy [Manager] of Trade": one more word of the office, unless the finder is sure of a name. */
const isOffice = ({ view }: FindContext, run: PersonRun): boolean =>
  view.doc.names !== undefined &&
  run.wordCount === 1 &&
  view.lower[run.span.end] === 'of' &&
  personAt(view, run.head) === undefined;

/** One word that the finder is sure of, of whom the text tells what only people do, and nobody known or named in full is called so. */
const isSurelySomebody = (ctx: FindContext, run: PersonRun, isListed: boolean): boolean =>
  !isListed &&
  run.surnames.length === 0 &&
  personAt(ctx.view, run.head, true) !== undefined &&
  doesAsPerson(ctx, run.head);

/** A name that nothing tells more about is still somebody where it is the subject or object of a verb: a mention without link. */
function unlinkedName(ctx: FindContext, run: PersonRun): void {
  const { view } = ctx;
  const group = groupOf(view, run.head);
  const role = nounOf(view, view.groupAt[run.head])?.role;
  // A word that begins its sentence has its capital from there.
  const opens = run.span.start === sentenceStart(view, run.head);
  if (opens && isNoName(view, run.head) && !doesAsPerson(ctx, run.head)) return;
  if (!role || group?.head !== run.head || group.start < run.span.start || !looksLikeSurname(ctx, run)) return;
  if (role.slot === 'oblique' && !/^(against|with|by|to|between|for)$/.test(role.preposition ?? '')) return;
  ctx.drafts.add({
    span: run.span,
    head: run.head,
    form: 'name',
    kind: 'person',
    use: 'actor',
    origin: 'person',
    links: [],
  });
}

/** The bearers of the name whose full name stands before; gazetteer people also when it comes later (headlines, first lines). */
function namedBefore(
  ctx: FindContext,
  ids: readonly EntityId[] | undefined,
  run: PersonRun,
): readonly EntityId[] | undefined {
  const fitting = ids?.filter((id) => ctx.store.get(id)?.known || isMentionedBefore(ctx, id, run));
  return fitting?.length ? fitting : undefined;
}

const isMentionedBefore = (ctx: FindContext, id: EntityId, run: PersonRun): boolean =>
  (ctx.drafts.firstMention(id) ?? Infinity) < run.span.start;

/** "Anas" after "Anas Ahmad": people that the article introduced may go by their first name. */
function firstNamed(
  ctx: FindContext,
  ids: readonly EntityId[] | undefined,
  run: PersonRun,
): readonly EntityId[] | undefined {
  const found = ids?.filter((id) => isMentionedBefore(ctx, id, run));
  return found?.length === 1 ? found : undefined;
}

const looksLikeSurname = ({ view }: FindContext, { span }: PersonRun): boolean => {
  const word = view.words[span.start] ?? '';
  return uposOf(view, span.start) === 'PROPN' && word.length > 1 && isCapitalized(word);
};

/** Two of one surname (a couple, brothers): the title's gender or the first name decides, else the last mentioned. */
function chooseListed(ctx: FindContext, run: PersonRun, ids: readonly EntityId[]): StoredEntity | undefined {
  const people = ids.flatMap((id) => ctx.store.get(id) ?? []);
  if (people.length < 2) return people[0];
  const gender = run.title?.gender;
  const fitting = people.filter((p) => !gender || p.gender === gender);
  if (fitting.length === 1) return fitting[0];
  const possible = people.filter((p) => !gender || (p.gender ?? gender) === gender);
  if (possible.length === 1) return possible[0];
  const of = run.title?.of?.country;
  const national = of ? people.filter((p) => p.country === of) : [];
  return national.length === 1 ? national[0] : undefined;
}
