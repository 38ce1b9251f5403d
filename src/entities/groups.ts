import { isCapitalized, slug } from '../base/fold-name.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { countryRecord, type FindContext } from './context.ts';
import { type Phrase, pluralOfPhrase } from './phrases.ts';
import { sentenceStart, textOf } from './text-view.ts';

/** Nouns that name the same unnamed collective within one article. "Rebels" and "the opposition" stay two. */
const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['opposition', /\bopposition\b/],
  ['rebels', /\b(rebel|insurgent|insurgency|anti-government (force|fighter))/],
  ['separatists', /\b(separatist|secessionist)/],
  ['militants', /\b(militant|extremist|jihadist|jihadi|islamist)/],
  ['terrorists', /\bterrorist/],
  ['protesters', /\b(protester|protestor|demonstrator|marcher|rioter)/],
  ['refugees', /\b(refugee|displaced)/],
  ['migrants', /\b(migrant|asylum.seeker)/],
  ['civilians', /\b(civilian|resident|villager|bystander)/],
  ['people', /^(people|citizen|public|population|nation)$/],
];

/** True for nouns that name an unnamed collective, also where the list of nouns calls them bodies ("the opposition"). */
export const isCollective = (phrase: Phrase): boolean =>
  phrase.agent?.acts === 'group' || (phrase.agent?.acts === 'body' && /\bopposition\b/.test(phrase.text));

/** The class of a group noun, or the noun itself. */
export function headClassOf(phrase: Phrase): string {
  const known = CLASSES.find(([, pattern]) => pattern.test(phrase.text))?.[0];
  if (known) return known;
  // "UN peacekeepers" are "the peacekeepers".
  const noun = phrase.text.replace(/^\p{Lu}{2,} /u, '');
  return phrase.agent?.number === 'sg' || !phrase.agent ? pluralOfPhrase(noun) : noun;
}

/** Sectors whose groups stand on a side of their own; all others act for somebody whom the text must name. */
const SIDES = /^(?:REB|UAF|PRM|OPP|CRM|IGO)$/;
/** Of these, those who only suffer. */
const CAPTIVES = /(?:prisoner|inmate|convict|fugitive)$/;

/** A group that stands on a side: "rebels" after "the Syrian rebels" are these, "trawlers" anywhere may be anybody's. */
export const isSide = (phrase: Phrase): boolean => SIDES.test(phrase.sector) && !CAPTIVES.test(phrase.text);

/** A capital inside a sentence: "Takfiri militants", "ethnic Croats". */
function isNamed({ view }: FindContext, words: Span): boolean {
  if (view.titled[view.sentenceAt[words.start] ?? 0]) return false;
  for (let i = Math.max(words.start, sentenceStart(view, words.start) + 1); i < words.end; i++)
    if (isCapitalized(view.words[i] ?? '')) return true;
  return false;
}

/**
 * Entity for an unnamed collective: `group:SYR:opposition` with a country, else `group:<article>:<words>`, which is this article's own.
 * People, sailors, nurses of whom nothing more is told are faceless: pronouns may mean them, but they are no actors of the graph.
 * @param descriptor words that set it apart ("Takfiri")
 */
export function groupEntity(
  ctx: FindContext,
  country: string | undefined,
  phrase: Phrase,
  descriptor: string,
  words: Span,
): EntityId {
  const headClass = headClassOf(phrase);
  const label = descriptor ? `${descriptor} ${headClass}` : headClass;
  const scope = country ?? ctx.view.doc.article.id.slice(0, 8);
  const id = `group:${scope}:${slug(label)}`;
  const adjective = countryRecord(ctx, country)?.adjectives[0];
  const inText = textOf(ctx.view, words).replace(/^(the|a|an|some|its|their|these|those)\s+/i, '');
  const name = descriptor ? inText : adjective ? `${adjective} ${headClass}` : headClass;
  const faceless = !country && !isSide(phrase) && !isNamed(ctx, words);
  const entity = ctx.store.own({
    id,
    kind: 'organization',
    name,
    subkind: 'group',
    sector: phrase.sector || undefined,
    country,
    headClass,
    faceless,
  });
  if (!faceless) entity.faceless = false;
  ctx.store.seen(id, inText);
  return id;
}
