import { describe, expect, test } from 'vitest';
import { ModelError } from '../../src/language/model-file.ts';
import { createTagger, loadTagger, tag } from '../../src/language/tag.ts';
import { parseTaggerModel } from '../../src/language/tagger-model.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { abbreviations, lemmatizer, shippedTagger, taggerBytes, taggerManifest, toArticle } from './resources.ts';

const tagger = shippedTagger();
const read = (text: string) => tag(tokenize(toArticle(text), abbreviations), tagger, lemmatizer);

/** `word/UPOS` or `word/XPOS` for the words that are asked about. */
function tagsOf(text: string, layer: 'upos' | 'xpos' | 'lemma'): ReadonlyMap<string, string> {
  const doc = read(text);
  return new Map(doc.tokens.map((token, i) => [token.text, doc.morphology[i]?.[layer] ?? '']));
}

describe('the shipped tagger', () => {
  test.each<[string, Record<string, string>]>([
    [
      'The Norwegian envoy said on Monday that the talks had failed.',
      { envoy: 'NN', said: 'VBD', Monday: 'NNP', talks: 'NNS', failed: 'VBN' },
    ],
    [
      'Iran rejected the offer, De Mistura told reporters in Geneva.',
      { Iran: 'NNP', rejected: 'VBD', Mistura: 'NNP', told: 'VBD', Geneva: 'NNP' },
    ],
    [
      'Ties between Oslo and Tehran-Moscow circles are growing.',
      { Tehran: 'NNP', Moscow: 'NNP', '-': 'HYPH', growing: 'VBG' },
    ],
    ['Sweden’s minister didn’t sign the treaty.', { '’s': 'POS', 'n’t': 'RB', sign: 'VB', treaty: 'NN' }],
    ['The army was accused of shelling the village.', { was: 'VBD', accused: 'VBN', shelling: 'VBG' }],
    ['They will meet again in Vienna next week.', { will: 'MD', meet: 'VB', Vienna: 'NNP', week: 'NN' }],
    ['Brunei tore up the pact with Laos.', { tore: 'VBD' }],
    ['Peru shook its fist at Chile.', { shook: 'VBD' }],
    ['The Samoan parliament shot down the Tongan deal.', { shot: 'VBD' }],
    ['A crowd set upon the Fijian envoy.', { set: 'VBD' }],
  ])('%s', (text, expected) => {
    expect(Object.fromEntries([...tagsOf(text, 'xpos')].filter(([word]) => word in expected))).toEqual(expected);
  });

  test.each<[string, Record<string, string>]>([
    ['Norway Expels Two Danish Diplomats', { Norway: 'PROPN', Expels: 'VERB', Danish: 'ADJ', Diplomats: 'NOUN' }],
    ['CHINA CONDEMNS NEW SANCTIONS ON LAOS', { CHINA: 'PROPN', CONDEMNS: 'VERB', ON: 'ADP', LAOS: 'PROPN' }],
    [
      'Finland Urges Restraint After Border Clash',
      { Finland: 'PROPN', Urges: 'VERB', Restraint: 'NOUN', After: 'ADP' },
    ],
  ])('headline: %s', (text, expected) => {
    expect(Object.fromEntries([...tagsOf(text, 'upos')].filter(([word]) => word in expected))).toEqual(expected);
  });

  test('lemmas follow the tags', () => {
    const lemmas = tagsOf('The ministers left Oslo because the two sides had broken their promises.', 'lemma');
    expect(lemmas.get('ministers')).toBe('minister');
    expect(lemmas.get('left')).toBe('leave');
    expect(lemmas.get('Oslo')).toBe('Oslo');
    expect(lemmas.get('broken')).toBe('break');
    expect(lemmas.get('promises')).toBe('promise');
  });

  test('one tag a token, and the same ones each time', () => {
    const text = 'Ünïcode 👩‍🚀 \ud800 سلام — 3.5% of “it”.\n\nNext.';
    const doc = read(text);
    expect(doc.morphology).toHaveLength(doc.tokens.length);
    expect(read(text).morphology).toEqual(doc.morphology);
    expect(read('').morphology).toEqual([]);
  });
});

describe('loading', () => {
  const codeOf = (action: () => unknown): string => {
    try {
      action();
    } catch (error) {
      return error instanceof ModelError ? error.code : `not a ModelError: ${String(error)}`;
    }
    return 'no error';
  };
  const changed = (at: number): Uint8Array => {
    const copy = taggerBytes.slice();
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  };

  test('the manifest describes the file', () => {
    expect(codeOf(() => loadTagger(taggerBytes, taggerManifest))).toBe('no error');
    expect(taggerBytes.length).toBeLessThanOrEqual(500_000);
    expect(taggerManifest.trainingData.map((source) => source.licence).join()).toContain('CC BY-SA 4.0');
  });

  test.each([
    ['another file of the same size', changed(taggerBytes.length - 1000), 'model/wrong-hash'],
    ['a file cut short', taggerBytes.subarray(0, 1000), 'model/wrong-size'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(() => loadTagger(bytes, taggerManifest))).toBe(code);
  });

  test('a manifest of something else', () => {
    const other = { ...taggerManifest, kind: 'parser' } as unknown as typeof taggerManifest;
    expect(codeOf(() => loadTagger(taggerBytes, other))).toBe('model/bad-manifest');
  });

  test.each([
    ['no bytes', new Uint8Array(0), 'model/bad-magic'],
    ['wrong magic', changed(0), 'model/bad-magic'],
    ['another format', changed(4), 'model/wrong-format'],
    ['damaged header', changed(12), 'model/damaged'],
    ['cut short', taggerBytes.subarray(0, taggerBytes.length - 1), 'model/damaged'],
  ])('without a manifest: %s', (_, bytes, code) => {
    expect(codeOf(() => createTagger(parseTaggerModel(bytes)))).toBe(code);
  });
});
