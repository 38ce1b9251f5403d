import { describe, expect, test } from 'vitest';
import { createEntityFinder } from '../../src/entities/find.ts';
import type { ChunkedDocument, NameKind, NameSpan } from '../../src/model/document.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { taggedDoc } from '../support/doc.ts';
import { smallWorld } from './knowledge.ts';

const finder = createEntityFinder(smallWorld);
const SPEECH = new Set(['say', 'tell']);
const SURE = 5;

type Given = readonly [words: string, kind: NameKind, margin?: number];

/** Adds a layer of names: each is the first stretch of tokens with its words that no earlier one has taken. */
function withNames(doc: ChunkedDocument, given: readonly Given[]): ChunkedDocument {
  const names: NameSpan[] = [];
  for (const [words, kind, margin = SURE] of given) {
    const parts = words.split(' ');
    const start = doc.tokens.findIndex(
      (_, i) =>
        parts.every((part, k) => doc.tokens[i + k]?.text === part) &&
        names.every((n) => i >= n.end || i + parts.length <= n.start),
    );
    if (start < 0) throw new Error(`"${words}" does not stand in the text`);
    names.push({ start, end: start + parts.length, kind, margin });
  }
  return { ...doc, names: names.sort((a, b) => a.start - b.start) };
}

/** `words -> kind entities (use)` for each named mention. */
function mentions(notation: string, given?: readonly Given[]): readonly string[] {
  const plain = taggedDoc(notation);
  const doc = given ? withNames(plain, given) : plain;
  const layer = finder.find(doc, readClauses(doc, SPEECH));
  return layer.mentions
    .filter((m) => m.form === 'name')
    .map((m) => {
      const words = doc.article.text.slice(doc.tokens[m.span.start]?.start, doc.tokens[m.span.end - 1]?.end);
      const linked = layer.links.filter((l) => l.mention === m.id).map((l) => l.entity);
      return `${words} -> ${linked.join('+') || '?'} (${m.use})`;
    });
}

const PARTY = 'Free/PROPN/NNP France/PROPN/NNP Voices/PROPN/NNPS left/VERB/VBD/leave Iran/PROPN/NNP';
const KELLER = 'Praised/VERB/VBN by/ADP/IN Anneke/PROPN/NNP Keller/PROPN/NNP ~,/PUNCT/, Iran/PROPN/NNP left/VERB/VBD';

describe('a layer of proper names', () => {
  test.each<[string, string, readonly Given[], readonly string[]]>([
    [
      'a country inside the name of a body is no country',
      PARTY,
      [['Free France Voices', 'organization']],
      ['Free France Voices -> org:FRA:free-france-voices (actor)', 'Iran -> country:IRN (actor)'],
    ],
    [
      'what is not sure changes nothing',
      PARTY,
      [['Free France Voices', 'organization', 1]],
      ['France -> country:FRA (modifier)', 'Iran -> country:IRN (actor)'],
    ],
    [
      'an unknown place',
      'Iran/PROPN/NNP held/VERB/VBD/hold talks/NOUN/NNS in/ADP/IN Kessab/PROPN/NNP',
      [['Kessab', 'place']],
      ['Iran -> country:IRN (actor)', 'Kessab -> place:kessab (place)'],
    ],
    [
      'an unknown place that acts',
      'Norland/PROPN/NNP told/VERB/VBD/tell Iran/PROPN/NNP',
      [['Norland', 'place']],
      ['Norland -> place:norland (actor)', 'Iran -> country:IRN (actor)'],
    ],
    [
      'a body of one word',
      'Groenix/PROPN/NNP sued/VERB/VBD Iran/PROPN/NNP',
      [['Groenix', 'organization']],
      ['Groenix -> org:groenix (actor)', 'Iran -> country:IRN (actor)'],
    ],
    [
      'a person without any other sign',
      KELLER,
      [['Anneke Keller', 'person']],
      ['Anneke Keller -> person:anneke-keller (actor)', 'Iran -> country:IRN (actor)'],
    ],
    [
      'a name within a longer run of capitals',
      'Harbour/PROPN/NNP Chief/PROPN/NNP Anneke/PROPN/NNP Keller/PROPN/NNP spoke/VERB/VBD/speak',
      [['Anneke Keller', 'person']],
      ['Anneke Keller -> person:anneke-keller (actor)'],
    ],
    [
      'a state that is part of a name of a person',
      'Paris/PROPN/NNP Jordanson/PROPN/NNP praised/VERB/VBD Iran/PROPN/NNP',
      [['Paris Jordanson', 'person']],
      ['Paris Jordanson -> person:paris-jordanson (actor)', 'Iran -> country:IRN (actor)'],
    ],
    [
      'a state before a title stays one, though the name takes it in',
      'US/PROPN/NNP President/PROPN/NNP Anneke/PROPN/NNP Keller/PROPN/NNP spoke/VERB/VBD/speak',
      [['US President Anneke Keller', 'person']],
      ['US -> country:USA (modifier)', 'Anneke Keller -> person:anneke-keller (actor)'],
    ],
    [
      'a body word in the name of a person',
      'Chris/PROPN/NNP Church/PROPN/NNP praised/VERB/VBD Iran/PROPN/NNP',
      [['Chris Church', 'person']],
      ['Chris Church -> person:chris-church (actor)', 'Iran -> country:IRN (actor)'],
    ],
    [
      'a ministry belongs to its state',
      'The/DET/DT Ministry/PROPN/NNP of/ADP/IN Mines/PROPN/NNPS of/ADP/IN France/PROPN/NNP left/VERB/VBD/leave',
      [['Ministry of Mines of France', 'organization']],
      ['Ministry of Mines of France -> org:FRA:ministry-of-mines (actor)'],
    ],
    [
      'a government is its state',
      'The/DET/DT Royal/PROPN/NNP Government/PROPN/NNP of/ADP/IN France/PROPN/NNP left/VERB/VBD/leave',
      [['Royal Government of France', 'organization']],
      ['France -> country:FRA (actor)'],
    ],
    [
      'a shortened title inside what was found',
      'Aleppo/PROPN/NNP Gov./PROPN/NNP Anneke/PROPN/NNP Keller/PROPN/NNP spoke/VERB/VBD/speak',
      [['Aleppo Gov. Anneke Keller', 'person']],
      ['Aleppo -> place:aleppo (modifier)', 'Anneke Keller -> person:anneke-keller (actor)'],
    ],
    [
      'a place that says where another one is',
      'Rebels/NOUN/NNS met/VERB/VBD/meet in/ADP/IN Kessab/PROPN/NNP ~,/PUNCT/, Norland/PROPN/NNP',
      [
        ['Kessab', 'place'],
        ['Norland', 'place'],
      ],
      ['Kessab -> place:kessab (place)', 'Norland -> place:norland (place)'],
    ],
    [
      'people by their office are no body',
      'Foreign/PROPN/NNP Ministers/PROPN/NNPS of/ADP/IN France/PROPN/NNP met/VERB/VBD/meet',
      [['Foreign Ministers of France', 'organization']],
      ['France -> country:FRA (actor)'],
    ],
    [
      'what holds another preposition is no body',
      'Militants/NOUN/NNS shelled/VERB/VBD Derna/PROPN/NNP in/ADP/IN France/PROPN/NNP',
      [['Derna in France', 'organization']],
      ['France -> country:FRA (place)'],
    ],
    [
      'the noun behind the name of a place',
      'in/ADP/IN Kessab/PROPN/NNP province/NOUN/NN',
      [['Kessab', 'place']],
      ['Kessab province -> place:kessab-province (place)'],
    ],
  ])('%s', (_, notation, given, expected) => {
    expect(mentions(notation, given)).toEqual(expected);
  });

  test('the letters in brackets are the body before them, and so later', () => {
    const text = `The/DET/DT Free/PROPN/NNP Voices/PROPN/NNPS Party/PROPN/NNP (/PUNCT/-LRB- ~FVP/PROPN/NNP ~)/PUNCT/-RRB- left/VERB/VBD/leave
      The/DET/DT FVP/PROPN/NNP praised/VERB/VBD Iran/PROPN/NNP`;
    expect(
      mentions(text, [
        ['Free Voices Party', 'organization'],
        ['FVP', 'organization'],
        ['FVP', 'organization'],
      ]),
    ).toEqual([
      'Free Voices Party -> org:free-voices-party (actor)',
      'FVP -> org:free-voices-party (actor)',
      'FVP -> org:free-voices-party (actor)',
      'Iran -> country:IRN (actor)',
    ]);
  });

  test('a capital at the start of a sentence is a name only if one was found', () => {
    const text = 'Mediators/PROPN/NNP defied/VERB/VBD Iran/PROPN/NNP';
    expect(mentions(text)).toContain('Mediators -> ? (actor)');
    expect(mentions(text, [['Iran', 'place']])).toEqual(['Iran -> country:IRN (actor)']);
  });

  test('what the gazetteer knows as a whole stays what it is', () => {
    const text = 'The/DET/DT Bank/PROPN/NNP of/ADP/IN France/PROPN/NNP and/CCONJ/CC Aleppo/PROPN/NNP agreed/VERB/VBD';
    const names = [
      ['Bank of France', 'misc'],
      ['Aleppo', 'person'],
    ] as const;
    expect(mentions(text, names)).toEqual(mentions(text));
  });
});
