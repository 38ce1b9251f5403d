import { slug } from '../base/fold-name.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { countryRecord, type FindContext } from './context.ts';
import { type Phrase, pluralOfPhrase } from './phrases.ts';
import { textOf } from './text-view.ts';

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
  return phrase.agent?.number === 'sg' ? pluralOfPhrase(phrase.text) : phrase.text;
}

/**
 * Entity for an unnamed collective: `group:SYR:opposition` with a country, else `group:<article>:<words>`, which is this article's own.
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
  ctx.store.own({
    id,
    kind: 'organization',
    name,
    subkind: 'group',
    sector: phrase.sector || undefined,
    country,
    headClass,
  });
  ctx.store.seen(id, inText);
  return id;
}
