import { expect, test } from 'vitest';
import type { CountryRecord } from '../../src/knowledge/knowledge.ts';
import {
  acronyms,
  countryNames,
  knownNames,
  parserWithNames,
  taggerWithNames,
} from '../../src/language/known-names.ts';
import type { Parser } from '../../src/language/parse.ts';
import type { Tag, Tagger } from '../../src/language/tag.ts';

const country = (name: string, aliases: readonly string[] = [], adjectives: readonly string[] = []): CountryRecord => ({
  id: name,
  name,
  aliases,
  adjectives,
  people: [],
  partial: false,
});
const names = countryNames([country('Oman', ['US', 'New Oman']), country('Slav', [], ['Slav'])]);
const ADJECTIVE: Tag = { upos: 'ADJ', xpos: 'JJ' };
const all = (forms: readonly string[]): readonly Tag[] => forms.map(() => ADJECTIVE);
const tagger: Tagger = { tagSentence: all, tagPlain: all };
const parser: Parser = {
  kernel: 'js',
  parseSentences: (sentences) =>
    sentences.map(({ forms }) =>
      forms.length === 0 ? undefined : { heads: forms.map(() => 0), deprels: forms.map(() => 'dep'), tags: all(forms) },
    ),
};
const FORMS = ['Oman', 'oman', 'OMAN', 'Slav', 'US'];
const EXPECTED = ['NNP', 'JJ', 'JJ', 'JJ', 'JJ'];

test('a capitalised name of a country is a name for the tagger and for the parser', () => {
  expect(
    taggerWithNames(tagger, names)
      .tagSentence(FORMS)
      .map(({ xpos }) => xpos),
  ).toEqual(EXPECTED);
  const sentences = [FORMS, []].map((forms) => ({ forms, tags: all(forms) }));
  const [parse, none] = parserWithNames(parser, names).parseSentences(sentences);
  expect(parse?.tags.map(({ xpos }) => xpos)).toEqual(EXPECTED);
  expect(none).toBeUndefined();
});

test('acronyms are names where not all is in capitals', () => {
  const bodies = acronyms([
    { id: 'org:eco', name: 'Eco', aliases: ['EU', 'ECOBLOC'], acronym: 'ECOW', subkind: 'igo', countries: [] },
  ]);
  expect([...bodies].sort()).toEqual(['ECOBLOC', 'ECOW']);
  const xpos = (forms: readonly string[]) =>
    taggerWithNames(tagger, bodies)
      .tagSentence(forms)
      .map((tag) => tag.xpos);
  expect(xpos(['ECOW', 'agreed'])).toEqual(['NNP', 'JJ']);
  expect(xpos(['ECOW', 'AGREED'])).toEqual(['JJ', 'JJ']);
});

test('tags that are names already stay', () => {
  const plural: Tagger = { ...tagger, tagSentence: () => [{ upos: 'PROPN', xpos: 'NNPS' }] };
  expect(taggerWithNames(plural, names).tagSentence(['Oman'])[0]?.xpos).toBe('NNPS');
});

test('capitals are names unless they are short, and bodies that look like participles', () => {
  const body = { id: 'org:a', name: 'Aloft', aliases: ['Winging', 'Flying Corp'], subkind: 'company', countries: [] };
  const known = knownNames({
    countries: [
      { ...country('Oman'), capital: 'Peking' },
      { ...country('Fidji'), capital: 'Male' },
    ],
    organizations: [body],
  });
  expect([...known].sort()).toEqual(['Fidji', 'Oman', 'Peking', 'Winging']);
});
