import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunk } from '../../src/language/chunk.ts';
import { LONGEST_SENTENCE, sentenceDiagnostics } from '../../src/language/long-sentences.ts';
import { tag } from '../../src/language/tag.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import type { ChunkedDocument } from '../../src/model/document.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { abbreviations, lemmatizer, shippedTagger, toArticle } from './resources.ts';

const tagger = shippedTagger();
const SPEECH = new Set(['say', 'tell']);

function read(text: string): ChunkedDocument {
  const doc = chunk(tag(tokenize(toArticle(text), abbreviations), tagger, lemmatizer));
  readClauses(doc, SPEECH);
  return doc;
}

/** What must hold of any text: offsets are exact, sentences partition the tokens, no sentence is too long, groups lie in their sentence. */
function faultsOf({ article: { text }, tokens, sentences, morphology, groups }: ChunkedDocument): readonly string[] {
  const faults: string[] = [];
  let at = 0;
  for (const token of tokens) {
    if (text.slice(token.start, token.end) !== token.text || token.text === '') faults.push(`token at ${token.start}`);
    if (text.slice(at, token.start).trim() !== '') faults.push(`text lost before ${token.start}`);
    at = token.end;
  }
  if (text.slice(at).trim() !== '') faults.push(`text lost behind ${at}`);
  let next = 0;
  for (const { start, end, cut } of sentences) {
    if (start !== next || end <= start) faults.push(`sentence at token ${start}`);
    if (end - start > LONGEST_SENTENCE) faults.push(`sentence of ${end - start} tokens`);
    if (cut === true && end === tokens.length) faults.push('cut at the end of the text');
    next = end;
  }
  if (next !== tokens.length) faults.push(`tokens without a sentence from ${next}`);
  if (morphology.length !== tokens.length) faults.push('a tag for each token');
  for (const { start, end, head, sentence } of groups) {
    const around = sentences[sentence];
    const inside = around !== undefined && around.start <= start && end <= around.end;
    if (!inside || head < start || head >= end) faults.push(`group at token ${start}`);
  }
  return faults;
}

const repeated = (piece: string, length = 40_000): string => piece.repeat(Math.ceil(length / piece.length));

// Work that grew with the square of the length would run into the time limit of the test.
describe('much of the same', () => {
  test.each([
    ['a sentence without a stop', repeated('the minister of Norway said that the envoy met ', 100_000)],
    ['ten thousand commas', repeated(',', 10_000)],
    ['words and commas', repeated('ally, ')],
    ['adjectives', repeated('big ')],
    ['prepositions', repeated('envoy of ')],
    ['infinitives', repeated('to meet ')],
    ['relative clauses', repeated('who met which ')],
    ['passives', repeated('was attacked by ')],
    ['open quotes', repeated('" he said ')],
    ['open brackets', repeated('( envoy ')],
    ['capitals', repeated('TURKEY SUMMONS ENVOY ')],
    ['emoji', repeated('👩‍🚀')],
    ['right-to-left text', repeated('سلام، ')],
    ['text without spaces', repeated('会谈在日内瓦举行，')],
    ['control characters', repeated('\u0000\u0007x')],
    ['direction marks', repeated('\u202eabc\u202c')],
    ['combining marks', `e${repeated('\u0301')}`],
    ['lone surrogates', repeated('\ud800')],
    ['reversed surrogates', repeated('\udc00\ud800')],
    ['zero-width characters', repeated('a\u200b\u200d\ufeff')],
    ['soft hyphens', repeated('a\u00ad')],
    ['one word', repeated('a')],
    ['one hyphenated word', repeated('re-do-')],
    ['one number', repeated('1,')],
    ['one file name', repeated('a-b.c_d.')],
    ['one address', repeated('http://a.b/')],
    ['one mailbox', `${repeated('a.b')}@example.org`],
    ['list items', repeated('- a\n')],
    ['spaces', `a.${' '.repeat(100_000)}b`],
    ['apostrophes', repeated("'", 50_000)],
  ])('%s', (_, text) => {
    expect(faultsOf(read(text))).toEqual([]);
  });
});

describe('long sentences', () => {
  const partsOf = (text: string): readonly string[] => {
    const { tokens, sentences } = tokenize(toArticle(text), abbreviations);
    return sentences.map(({ start, end }) => `${tokens[start]?.text} … ${tokens[end - 1]?.text} ${end - start}`);
  };
  const words = (count: number, from = 0): string => Array.from({ length: count }, (_, i) => `w${from + i}`).join(' ');

  test.each<[string, string, readonly string[]]>([
    ['two hundred tokens stay together', words(200), ['w0 … w199 200']],
    ['without a break they are cut at two hundred', words(250), ['w0 … w199 200', 'w200 … w249 50']],
    [
      'at the last comma that leaves no more than 120',
      `${words(30)}, ${words(50, 30)}, ${words(150, 80)}`,
      ['w0 … , 82', 'w80 … w229 150'],
    ],
    [
      'at a semicolon rather than at a comma',
      `${words(70)}; ${words(30, 70)}, ${words(150, 100)}`,
      ['w0 … ; 71', 'w70 … w249 181'],
    ],
    ['before a conjunction', `${words(90)} and ${words(150, 90)}`, ['w0 … w89 90', 'and … w239 151']],
    ['at the first break behind 120', `${words(150)}, ${words(100, 150)}`, ['w0 … , 151', 'w150 … w249 100']],
  ])('%s', (_, text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  test('each one that was cut is reported with its place', () => {
    const first = 'The envoys met.';
    const long = `The ${words(119)}, ${words(130, 120)}.`;
    const text = `${first} ${long} ${first}\n\n${long.toUpperCase()}`;
    const found = sentenceDiagnostics(tokenize({ ...toArticle(text), origin: 'a.txt' }, abbreviations));
    expect(found.map(({ code, article, place }) => [code, article, place])).toEqual([
      ['language/long-sentence', 'test', 'a.txt'],
      ['language/long-sentence', 'test', 'a.txt'],
    ]);
    expect(found.map(({ span }) => text.slice(span?.start, span?.end))).toEqual([long, long.toUpperCase()]);
  });

  test('nothing is reported of ordinary text', () => {
    expect(sentenceDiagnostics(tokenize(toArticle('They met. They left.'), abbreviations))).toEqual([]);
    expect(sentenceDiagnostics(tokenize(toArticle(''), abbreviations))).toEqual([]);
  });
});

const PIECES = (
  'Norway|said|that|who|the envoy|was|attacked|by|to|meet|not|and|,|;|.|?!|...|“|”|(|)|-|—|/|@|#|+1|1.|3,5|$$|U.S.|e.g.|Mr.|Im|its|a|w/|.pdf|' +
  "'s|n't|'90s|’|:-)|👩‍🚀|🇳🇴|سلام|会谈|e\u0301|\u0301|\u200b|\u200d|\ufeff|\u202e|\u0000|\ud83d|\udc00|\n|\n\n|\t|\u00a0| "
).split('|');

test('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .tuple(fc.array(fc.constantFrom(...PIECES), { maxLength: 300 }), fc.constantFrom(' ', ''))
      .map(([pieces, gap]) => pieces.join(gap)),
    // Long enough to be cut.
    fc
      .tuple(fc.array(fc.constantFrom(...PIECES), { minLength: 3, maxLength: 40 }), fc.integer({ min: 5, max: 20 }))
      .map(([pieces, times]) => `${pieces.join(' ')} `.repeat(times)),
  );
  fc.assert(
    fc.property(text, (t) => {
      expect(faultsOf(read(t))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('what is cut off from a long sentence is the same text', () => {
  const pieces = fc.array(fc.constantFrom('w', 'w', 'w', ',', ';', 'and'), { minLength: 150, maxLength: 900 });
  fc.assert(
    fc.property(pieces, (words) => {
      const { sentences } = tokenize(toArticle(words.join(' ')), abbreviations);
      const whole = sentences.filter(({ cut }) => cut !== true);
      expect(whole).toHaveLength(1);
      expect(sentences.slice(0, -1).every(({ start, end }) => end - start >= 60)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
