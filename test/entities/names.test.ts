import { describe, expect, test } from 'vitest';
import { createEntityFinder } from '../../src/entities/find.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { type ArticleFields, taggedDoc } from '../support/doc.ts';
import { smallWorld } from './knowledge.ts';

const finder = createEntityFinder(smallWorld);
const SPEECH = new Set(['say', 'tell']);

/** `words -> entities (use)` for each mention of a hand-tagged text. */
function mentions(notation: string, fields: ArticleFields = {}): string[] {
  const doc = taggedDoc(notation, fields);
  const layer = finder.find(doc, readClauses(doc, SPEECH));
  return layer.mentions.map((m) => {
    const words = doc.article.text.slice(doc.tokens[m.span.start]?.start, doc.tokens[m.span.end - 1]?.end);
    const linked = layer.links.filter((l) => l.mention === m.id).map((l) => l.entity);
    return `${words} -> ${linked.join('+') || '?'} (${m.use})`;
  });
}

describe('names', () => {
  test.each([
    ['a country', 'Iran/PROPN/NNP left/VERB/VBD/leave', ['Iran -> country:IRN (actor)']],
    ['"U.S." in one token', 'The/DET/DT U.S./PROPN/NNP left/VERB/VBD/leave', ['U.S. -> country:USA (actor)']],
    ['"U.S" and its stop', 'The/DET/DT U.S/PROPN/NNP ~./PUNCT/. left/VERB/VBD/leave', ['U.S -> country:USA (actor)']],
    ['"us" is no country', 'They/PRON/PRP told/VERB/VBD/tell us/PRON/PRP', []],
    [
      'a country inside a longer name',
      'The/DET/DT Bank/PROPN/NNP of/ADP/IN France/PROPN/NNP agreed/VERB/VBD',
      ['Bank of France -> org:bank-of-france (actor)'],
    ],
    [
      'an apostrophe inside a name',
      "The/DET/DT Farmers/PROPN/NNPS ~'/PART/POS Bank/PROPN/NNP agreed/VERB/VBD",
      ["Farmers' Bank -> org:farmers-bank (actor)"],
    ],
    [
      'capitals throughout',
      'IRAN/PROPN/NNP ATTACKED/VERB/VBD FRANCE/PROPN/NNP',
      ['IRAN -> country:IRN (actor)', 'FRANCE -> country:FRA (actor)'],
    ],
    ['lower case is no name', 'They/PRON/PRP ate/VERB/VBD/eat turkey/NOUN/NN', []],
    ['a listed word', 'He/PRON/PRP wore/VERB/VBD/wear a/DET/DT Jersey/PROPN/NNP', []],
    ['a people', 'The/DET/DT Russians/PROPN/NNPS left/VERB/VBD/leave', ['Russians -> country:RUS (actor)']],
    ['an adjective', 'Russian/ADJ/JJ gas/NOUN/NN flows/VERB/VBZ', ['Russian -> country:RUS (modifier)']],
    [
      'no country behind "-backed"',
      'US/PROPN/NNP ~-/PUNCT/HYPH ~backed/VERB/VBN rebels/NOUN/NNS left/VERB/VBD/leave',
      ['US-backed rebels -> group:01234567:rebels (actor)', 'US -> country:USA (modifier)'],
    ],
    [
      'an unknown body',
      'Horn/PROPN/NNP Relief/PROPN/NNP Agency/PROPN/NNP left/VERB/VBD/leave',
      ['Horn Relief Agency -> org:horn-relief-agency (actor)'],
    ],
    [
      'an unknown place',
      'in/ADP/IN Kessab/PROPN/NNP province/NOUN/NN',
      ['Kessab province -> place:kessab-province (place)'],
    ],
  ])('%s', (_, notation, expected) => {
    expect(mentions(notation)).toEqual(expected);
  });

  test.each([
    ['1985-05-01', 'country:SUN'],
    ['2005-05-01', 'country:RUS'],
  ])('Moscow on %s stands for %s', (publishedOn, entity) => {
    expect(mentions('Moscow/PROPN/NNP told/VERB/VBD/tell Paris/PROPN/NNP', { publishedOn })).toEqual([
      `Moscow -> ${entity} (actor)`,
      'Paris -> country:FRA (actor)',
    ]);
  });

  test.each([
    ['1985-05-01', 'country:YUG'],
    ['1999-05-01', 'country:SCG'],
  ])('two states of one name: Yugoslavia on %s', (publishedOn, entity) => {
    expect(mentions('Yugoslavia/PROPN/NNP left/VERB/VBD/leave', { publishedOn })).toEqual([
      `Yugoslavia -> ${entity} (actor)`,
    ]);
  });

  test.each([
    ['1990-08-03', 'person:george-h-w-bush'],
    ['2003-03-20', 'person:george-w-bush'],
  ])('two presidents of one name: Bush on %s', (publishedOn, entity) => {
    const text = 'President/PROPN/NNP Bush/PROPN/NNP warned/VERB/VBD Iran/PROPN/NNP';
    expect(mentions(text, { publishedOn })).toEqual([`Bush -> ${entity} (actor)`, 'Iran -> country:IRN (actor)']);
  });
});

describe('the layer', () => {
  const doc = taggedDoc(`
    The/DET/DT Russian/ADJ/JJ army/NOUN/NN left/VERB/VBD/leave Syria/PROPN/NNP ~./PUNCT/.
    Iranian/ADJ/JJ officials/NOUN/NNS told/VERB/VBD/tell Mr./PROPN/NNP Velayati/PROPN/NNP ~./PUNCT/.`);
  const layer = finder.find(doc, readClauses(doc, SPEECH));

  test('mentions are sorted, nest or are disjoint, and hold their head', () => {
    for (const [i, m] of layer.mentions.entries()) {
      expect(m.head).toBeGreaterThanOrEqual(m.span.start);
      expect(m.head).toBeLessThan(m.span.end);
      for (const n of layer.mentions.slice(i + 1)) {
        expect(n.span.start).toBeGreaterThanOrEqual(m.span.start);
        expect(n.span.start >= m.span.end || n.span.end <= m.span.end).toBe(true);
      }
    }
  });

  test('every link leads to a mention and an entity of the layer; entities are sorted', () => {
    const ids = layer.entities.map((e) => e.id);
    expect(ids).toEqual([...ids].sort());
    expect(layer.links.every((l) => ids.includes(l.entity) && layer.mentions.some((m) => m.id === l.mention))).toBe(
      true,
    );
  });

  test('an army is part of its state, and the evidence quotes the sentence', () => {
    const [fact] = layer.facts;
    expect(fact).toMatchObject({ relation: 'part-of', source: 'org:RUS:army', target: 'country:RUS' });
    const { span, quote, trigger } = fact?.evidence ?? {
      span: { start: 0, end: 0 },
      quote: '',
      trigger: { start: 0, end: 0 },
    };
    expect(doc.article.text.slice(span.start, span.end)).toBe(quote);
    expect(doc.article.text.slice(trigger.start, trigger.end)).toBe('The Russian army');
  });

  test('the same text gives the same layer', () => {
    expect(finder.find(doc, readClauses(doc, SPEECH))).toEqual(layer);
  });
});
