import { isCapitalized } from '../base/fold-name.ts';
import type { EntityId } from '../model/ids.ts';
import type { FindContext } from './context.ts';
import { countryInQuestion, countryOfCritic, countryOfScene } from './country-in-question.ts';
import { bodyDescribed } from './described-bodies.ts';
import { type Draft, linkTo } from './draft.ts';
import { groupEntity, headClassOf, isCollective, isSide } from './groups.ts';
import { linkToHome } from './home-country.ts';
import { actsOf, linkToOwner } from './nominal-drafts.ts';
import { resolveByNounOwner, resolveByOwner } from './nominal-owners.ts';
import type { Phrase } from './phrases.ts';
import { mayBeProcess } from './process-nouns.ts';
import { regionalBody } from './region-bodies.ts';
import { candidatesBefore, firstEntity, sentencesBack, subjectWeight } from './salience.ts';
import { uposOf } from './text-view.ts';
import { timeFit } from './time-fit.ts';

/** Titles so general that any office-holder fits. */
const GENERAL = /(official|diplomat|leader|politician|statesman|statesperson|figure|negotiator|aide)$/;
const ALIENS =
  /^(counterpart|opponent|rival|enemy|critic|ally|neighbou?r|partner|supporter|sponsor|victim|family|member|member states?)$/;
/** Words that say that others are meant than those spoken of: "enemy forces", "any rebels". */
const OTHERS =
  /^(?:enemy|hostile|opposing|rival|foreign|anti|other|another|any|no|partner|western|allied|friendly|neighbou?ring|such|certain|coalition|world|global|international)$/;

/** Looks for the referent of a nominal whose own words don't tell it, or which may be a person named before ("the Iranian official"). */
export function resolveNominal(ctx: FindContext, draft: Draft): void {
  const { phrase } = draft;
  if (!phrase || ALIENS.test(phrase.text) || isAnyState(ctx, draft, phrase) || areOthers(ctx, draft)) return;
  const acts = actsOf(phrase);
  if (resolveByOwner(ctx, draft, acts)) return;
  if (acts === 'body' && draft.country && !draft.plural && draft.definite && !STATE_SECTORS.test(phrase.sector)) {
    // "the US company" after "Boeing".
    const described = bodyDescribed(ctx, draft.span.start, lastWord(phrase.text), draft.country);
    if (described) draft.links = [linkTo(described, 0.65, 'described')];
  }
  if (!draft.open || !(draft.definite || acts === 'group')) return;
  if (resolveByNounOwner(ctx, draft, acts)) return;
  const person = !draft.plural && (acts === 'person' || acts === 'country') ? personFor(ctx, draft) : undefined;
  if (person) {
    draft.links = [linkTo(person, 0.75, 'title')];
    draft.kind = 'person';
  }
  if (draft.links.length) return;
  const regional = regionalBody(ctx, draft);
  if (regional) {
    draft.links = [linkTo(regional, 0.65, 'region')];
    draft.kind = 'organization';
  } else if (!resolveByNoun(ctx, draft, phrase)) resolveByKind(ctx, draft, phrase, acts);
  if (!draft.links.length) linkToHome(ctx, draft);
}

/** "the army" after "the Syrian army". */
function resolveByNoun(ctx: FindContext, draft: Draft, phrase: Phrase): boolean {
  const same = isAnybody(ctx, draft, phrase) || isCounted(ctx, draft) ? undefined : sameNounBefore(ctx, draft);
  if (!same?.links.length) return false;
  draft.links = same.links.map((l) => ({ ...l, confidence: Math.min(l.confidence, 0.7), rule: 'repeated-noun' }));
  draft.kind = same.kind;
  if (same.country) draft.country ??= same.country;
  return true;
}

function resolveByKind(ctx: FindContext, draft: Draft, phrase: Phrase, acts: ReturnType<typeof actsOf>): void {
  if (acts === 'group' || (draft.plural && CITIZENS.test(phrase.text))) return resolveGroup(ctx, draft);
  if (acts === 'body' && !STATE_SECTORS.test(phrase.sector)) return resolveBody(ctx, draft);
  if (acts !== 'country' && (acts !== 'body' || mayBeProcess(phrase))) return;
  const named =
    acts === 'body' && !draft.plural ? (bodyNamed(ctx, draft, phrase.text) ?? forcesNamed(ctx, draft)) : undefined;
  if (named && ctx.store.get(named)?.sector === draft.sector) draft.links = [linkTo(named, 0.6, 'short-name')];
  else resolveByCountry(ctx, draft);
}

function areOthers({ view }: FindContext, draft: Draft): boolean {
  return !draft.links.length && view.lower.slice(draft.span.start, draft.head).some((word) => OTHERS.test(word));
}

const STATE = /^(?:country|nation|state|kingdom|republic|government|regime)$/;

/** "countries", "governments abroad", "the Baltic state": which ones, no state named before tells. */
function isAnyState(ctx: FindContext, draft: Draft, phrase: Phrase): boolean {
  if (!STATE.test(phrase.text)) return false;
  if (draft.plural && !isDetermined(ctx, draft)) return true;
  const { words, sentenceAt, titled } = ctx.view;
  if (draft.links.length > 0 || titled[sentenceAt[draft.head] ?? 0]) return false;
  return words.slice(draft.span.start + 1, draft.head).some(isCapitalized);
}

/** "ten people", "women": nobody of whom the text spoke before. */
const isAnybody = (ctx: FindContext, draft: Draft, phrase: Phrase): boolean =>
  /^(?:people|person|man|woman|child|boy|girl)$/.test(phrase.text) && !isDetermined(ctx, draft);

/** "killed [14 soldiers]" after "French soldiers": others, of whom the text did not speak. */
const isCounted = ({ view }: FindContext, { span, plural }: Draft): boolean =>
  plural === true && uposOf(view, span.start) === 'NUM';

const isDetermined = ({ view }: FindContext, draft: Draft): boolean =>
  /^(?:the|this|that|these|those|both|its|their|his|her|our|my|your)$/.test(view.lower[draft.span.start] ?? '');

/** The last person whose office fits the words and whose country is the one that they name; of several in one sentence its subject. */
function personFor(ctx: FindContext, draft: Draft): EntityId | undefined {
  const { sentenceAt } = ctx.view;
  const fitting = candidatesBefore(ctx, draft.span.start, { sentences: 8, paragraphs: 6 }).filter((c) =>
    isPersonMeant(ctx, draft, c),
  );
  const [nearest] = fitting;
  if (!nearest) return undefined;
  const same = fitting.filter((c) => sentenceAt[c.head] === sentenceAt[nearest.head]);
  const subjects = new Set(same.filter((c) => subjectWeight(ctx.view, c) > 0).map(firstEntity));
  return subjects.size === 1 ? [...subjects][0] : firstEntity(nearest);
}

function isPersonMeant(ctx: FindContext, draft: Draft, c: Draft): boolean {
  const text = draft.phrase?.text ?? '';
  const person = ctx.store.get(firstEntity(c) ?? '');
  if (person?.kind !== 'person' || c.links.length > 1) return false;
  if (draft.country && person.country !== draft.country) return false;
  const words = text.split(/[\s-]+/);
  const held = person.offices.filter((o) => timeFit(o, ctx.view.date) > 0);
  if (held.some((o) => titleFits(o.title.toLowerCase(), words, lastWord(text)))) return true;
  // General words need the nation or nearness to be sure.
  const near = (sentencesBack(ctx.view, draft.span.start, c.head) ?? 9) <= 3;
  return GENERAL.test(text) && (draft.country !== undefined || near) && person.offices.length > 0;
}

/** Nouns for those who hold one of several offices. */
const OFFICES_MEANT: Readonly<Record<string, RegExp>> = {
  monarch: /^(?:king|queen|emperor|sultan|emir)$/,
  pontiff: /^pope$/,
  premier: /^(?:prime minister|premier|chancellor)$/,
};

/** "the minister" fits any minister; "the foreign secretary" no "secretary of state". */
function titleFits(title: string, words: readonly string[], head: string): boolean {
  const office = title.split(/ (?:of|for|to|at|in|on) /)[0] ?? '';
  if (OFFICES_MEANT[head]?.test(office)) return true;
  if (lastWord(office) !== head) return false;
  return words.length === 1 || words.every((w) => title.includes(w));
}

const lastWord = (text: string): string => text.split(/[\s-]+/).at(-1) ?? text;

/** "the army" after "the Syrian army": the nearest nominal with the same noun. */
function sameNounBefore(ctx: FindContext, draft: Draft): Draft | undefined {
  const wanted = headKey(draft);
  // "fighters" after "Hamas fighters" may be anybody's, "the fighters" are theirs.
  const told = isDetermined(ctx, draft);
  const before = candidatesBefore(ctx, draft.span.start, { sentences: 12, paragraphs: 8 }).filter(
    (c) => c.form === 'nominal' && (told || !draft.plural || !isNamedBody(ctx, c)),
  );
  return before.find((c) => headKey(c) === wanted) ?? before.find((c) => isShorter(ctx, draft, c));
}

const isNamedBody = (ctx: FindContext, { links }: Draft): boolean => {
  const entity = ctx.store.get(links[0]?.entity ?? '');
  return entity?.kind === 'organization' && entity.known;
};

/** Nouns that take up others: a diplomat may be the ambassador of whom the text spoke. */
const TAKEN_UP: Readonly<Record<string, RegExp>> = {
  diplomat: /(?:ambassador|envoy|consul|attaché|charge d'affaires|diplomat)$/,
  official: /(?:minister|secretary|diplomat|officer|governor|official)$/,
  envoy: /(?:ambassador|mediator|representative|envoy)$/,
  politician: /(?:minister|lawmaker|senator|deputy|candidate|politician)$/,
};
const FORCES = /^(?:army|military|armed forces|troops|forces?|soldiers)$/;

/** "the ministry" after "the Polish Defence Ministry", "the military" after "Pakistan's army", "the diplomat" after "the Swedish envoy". */
function isShorter(ctx: FindContext, draft: Draft, before: Draft): boolean {
  const noun = draft.phrase?.text ?? '';
  const other = before.phrase?.text ?? '';
  const back = sentencesBack(ctx.view, draft.span.start, before.head) ?? Number.POSITIVE_INFINITY;
  if (!other || back > 3 || draft.plural !== before.plural || isCollective(before.phrase as Phrase)) return false;
  if (FORCES.test(noun)) return FORCES.test(other) && noun !== other;
  return other.endsWith(` ${noun}`) || TAKEN_UP[noun]?.test(other) === true;
}

const singular = (noun: string): string => noun.replace(/men$/, 'man').replace(/s$/, '');

const headKey = (d: Draft): string =>
  d.phrase && isCollective(d.phrase) ? headClassOf(d.phrase) : (d.phrase?.text ?? '');

const DEFINITE = /^(?:the|this|that|these|those|both|all|its|their|his|her|our)$/;

/**
 * "the opposition": the group of this class that has a country, wherever in the article; else one of this article's own. Where nothing
 * points to a group spoken of, only sides of a conflict are taken for the same.
 */
function resolveGroup(ctx: FindContext, draft: Draft): void {
  if (!draft.phrase) return;
  // "the rebels" after "the ELN".
  const named = DEFINITE.test(ctx.view.lower[draft.span.start] ?? '')
    ? bodyDescribed(ctx, draft.span.start, singular(lastWord(draft.phrase.text)), draft.country)
    : undefined;
  if (named) {
    draft.links = [linkTo(named, 0.6, 'described')];
    return;
  }
  const wanted = headClassOf(draft.phrase);
  const known = isSide(draft.phrase) || DEFINITE.test(ctx.view.lower[draft.span.start] ?? '');
  const [only, other] = !known || isAnybody(ctx, draft, draft.phrase) ? [] : ctx.store.groupsOfStates(wanted);
  const here = CITIZENS.test(draft.phrase.text) ? countryOfScene(ctx, draft) : undefined;
  const entity = only && !other ? only.id : groupEntity(ctx, here, draft.phrase, '', draft.span);
  draft.links = [linkTo(entity, here ? 0.55 : 0.6, 'group')];
  if (here && !only) draft.country ??= here;
}

/** Those who do what they do at home: "protesters" in Athens are Greek. */
const CITIZENS =
  /(?:protest[eo]r|demonstrator|marcher|rioter|striker|worker|teacher|student|farmer|miner|pensioner|voter|opposition|opposition supporter|opposition leader|resident|villager)$/;

/** Bodies that states have; alliances, parties and companies are no state's. */
const STATE_SECTORS = /^(GOV|MIL|LEG|JUD|COP|SPY)$/;

/** "the alliance", "the party", "the agency": the last named body of this kind, or with this noun in its name. */
function resolveBody(ctx: FindContext, draft: Draft): void {
  const text = draft.phrase?.text ?? '';
  const noun = lastWord(text);
  const found = draft.plural ? undefined : bodyDescribed(ctx, draft.span.start, noun, draft.country);
  // "the aid organisation" is no alliance.
  const kind = text === noun || ctx.store.get(found ?? '')?.sector === draft.sector;
  const described = (kind ? found : undefined) ?? bodyNamed(ctx, draft, noun);
  if (described) draft.links = [linkTo(described, 0.6, 'repeated-noun')];
}

function bodyNamed(ctx: FindContext, draft: Draft, noun: string): EntityId | undefined {
  return candidatesBefore(ctx, draft.span.start, { sentences: 4, paragraphs: 2 }).find((c) => {
    const body = ctx.store.get(firstEntity(c) ?? '');
    if (body?.kind !== 'organization' || c.links.length > 1) return false;
    return ` ${body.name.toLowerCase()} `.includes(` ${noun} `) || body.subkind === noun;
  })?.links[0]?.entity;
}

/** "the military" after "the Norland Armed Forces": the one army named near by. */
function forcesNamed(ctx: FindContext, draft: Draft): EntityId | undefined {
  if (!FORCES.test(draft.phrase?.text ?? '')) return undefined;
  const armies = candidatesBefore(ctx, draft.span.start, { sentences: 4, paragraphs: 2 }).flatMap((c) => {
    const body = ctx.store.get(firstEntity(c) ?? '');
    return c.links.length === 1 && body?.kind === 'organization' && body.subkind === 'army' ? [body.id] : [];
  });
  return new Set(armies).size === 1 ? armies[0] : undefined;
}

/** "the government", "the army", "the country": the one country in question near by. */
function resolveByCountry(ctx: FindContext, draft: Draft): void {
  const local = draft.sector === 'COP' || draft.sector === 'OPP' || (draft.sector === 'MIL' && isStationed(ctx, draft));
  const governs = /^(?:government|authorities|regime|cabinet)$/.test(draft.phrase?.text ?? '');
  const home = governs ? countryOfCritic(ctx, draft) : undefined;
  const country = home ?? countryInQuestion(ctx, draft) ?? (local ? countryOfScene(ctx, draft) : undefined);
  if (!country) return;
  const referent = { entity: `country:${country}`, country, located: false };
  linkToOwner(ctx, draft, referent, 0.55, 'context');
}

/** "the army [in Maiduguri]". */
const isStationed = ({ drafts, view }: FindContext, { span }: Draft): boolean =>
  /^(?:in|near|around)$/.test(view.lower[span.end] ?? '') &&
  drafts.startingAt(span.end + 1).some((d) => d.origin === 'place');
