import type { CountryRecord, Knowledge, OrganizationRecord } from '../knowledge/knowledge.ts';
import type { Parser } from './parse.ts';
import type { Tag, Tagger } from './tag.ts';

const NAME: Tag = { upos: 'PROPN', xpos: 'NNP' };

/** Names of countries and capitals of one word ("Beijing" is no participle); those that are adjectives or peoples too ("Maldives" is none) are left to the tagger. */
export function countryNames(countries: readonly CountryRecord[]): ReadonlySet<string> {
  const others = new Set(countries.flatMap(({ adjectives, people }) => [...adjectives, ...people]));
  const names = countries.flatMap(({ name, aliases }) => [name, ...aliases]);
  const capitals = countries.flatMap(({ capital }) => (capital && capital.length > 4 ? [capital] : []));
  return new Set([...names, ...capitals].filter((name) => /^\p{Lu}\p{Ll}{3,}$/u.test(name) && !others.has(name)));
}

/** Bodies whose name looks like a participle: "Boeing". */
export function namesInIng(organizations: readonly OrganizationRecord[]): ReadonlySet<string> {
  const names = organizations.flatMap(({ name, aliases }) => [name, ...aliases]);
  return new Set(names.filter((name) => /^\p{Lu}\p{Ll}{2,}ing$/u.test(name)));
}

/** Short names in capitals: "ECOWAS". */
export function acronyms(organizations: readonly OrganizationRecord[]): ReadonlySet<string> {
  const names = organizations.flatMap(({ name, aliases, acronym }) => [name, ...aliases, acronym ?? '']);
  return new Set(names.filter((name) => /^\p{Lu}{3,}$/u.test(name)));
}

/** All of them. */
export const knownNames = ({
  countries,
  organizations,
}: Pick<Knowledge, 'countries' | 'organizations'>): ReadonlySet<string> =>
  new Set([...countryNames(countries), ...acronyms(organizations), ...namesInIng(organizations)]);

const isSmall = (form: string): boolean => /^\p{Ll}{2,}/u.test(form);
const isCapitals = (form: string): boolean => /^\p{Lu}+$/u.test(form);

/**
 * A known name is a name, whatever the words round it look like: "Oman/JJ and Qatar/JJ exchanged/JJ prisoners". Capitals say nothing in
 * a line of capitals.
 */
function mend(names: ReadonlySet<string>, forms: readonly string[], tags: readonly Tag[]): readonly Tag[] {
  const mixed = forms.some(isSmall);
  const isName = (form: string): boolean => names.has(form) && (mixed || !isCapitals(form));
  return tags.map((tag, i) => (isName(forms[i] ?? '') && !tag.xpos.startsWith('NNP') ? NAME : tag));
}

export const taggerWithNames = (tagger: Tagger, names: ReadonlySet<string>): Tagger => ({
  ...tagger,
  tagSentence: (forms) => mend(names, forms, tagger.tagSentence(forms)),
});

export const parserWithNames = (parser: Parser, names: ReadonlySet<string>): Parser => ({
  ...parser,
  parseSentences: (sentences) =>
    parser
      .parseSentences(sentences)
      .map((parse, i) => parse && { ...parse, tags: mend(names, sentences[i]?.forms ?? [], parse.tags) }),
});
