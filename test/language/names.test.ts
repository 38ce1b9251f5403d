import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ModelError } from '../../src/language/model-file.ts';
import { agree, type FoundName } from '../../src/language/name-agreement.ts';
import { createNameGazetteer, isListed, MARKS, MAX_MARKS } from '../../src/language/name-gazetteer.ts';
import {
  LABEL_COUNT,
  type LabelSpan,
  labelsOf,
  NAME_KINDS,
  PREDECESSORS,
  spansOf,
} from '../../src/language/name-labels.ts';
import { parseNameModel } from '../../src/language/name-model.ts';
import { findNames, loadNames, type NameFinder } from '../../src/language/names.ts';
import { tag } from '../../src/language/tag.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import type { NameKind } from '../../src/model/document.ts';
import { smallWorld } from '../entities/knowledge.ts';
import { taggedDoc } from '../support/doc.ts';
import { namesBytes, namesManifest, shippedGazetteer } from './names.ts';
import { abbreviations, lemmatizer, shippedTagger, toArticle } from './resources.ts';

describe('labels', () => {
  const spans = fc
    .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 }), fc.nat(NAME_KINDS.length - 1)), { maxLength: 6 })
    .map((parts) => {
      let at = 0;
      const out = parts.map(([gap, size, kind]): LabelSpan => {
        const start = at + gap;
        at = start + size;
        return { start, end: at, kind };
      });
      return { spans: out, length: at + 2 };
    });

  test('labels give back the spans from which they were made, and follow each other as they may', () => {
    fc.assert(
      fc.property(spans, ({ spans: names, length }) => {
        const labels = labelsOf(names, length);
        expect(spansOf(labels)).toEqual(names);
        labels.forEach((label, i) => {
          expect(PREDECESSORS[label]).toContain(i === 0 ? 0 : labels[i - 1]);
        });
      }),
    );
  });

  test('inside of a name only the same name goes on', () => {
    const [begin, inside, last, unit] = [1, 2, 3, 4];
    expect([...(PREDECESSORS[inside] ?? [])]).toEqual([begin, inside]);
    expect([...(PREDECESSORS[last] ?? [])]).toEqual([begin, inside]);
    expect(PREDECESSORS[unit]).not.toContain(begin);
    expect(PREDECESSORS).toHaveLength(LABEL_COUNT);
  });
});

describe('marks of the gazetteer', () => {
  const gazetteer = createNameGazetteer(smallWorld);
  /** `word:mark+mark` for the words that have any; B, I, L, U as in BILOU. */
  const marksOf = (text: string): readonly string[] => {
    const forms = text.split(' ');
    const { counts, values } = gazetteer.mark(forms);
    return forms.flatMap((form, i) => {
      const own = [...values.subarray(i * MAX_MARKS, i * MAX_MARKS + (counts[i] ?? 0))];
      const named = own.map((value) => `${MARKS[value >> 2]}-${'BILU'[value & 3]}`).sort();
      return named.length > 0 ? [`${form}:${named.join('+')}`] : [];
    });
  };

  test.each<[string, readonly string[]]>([
    ['Iran left', ['Iran:country-U']],
    ['IRAN left', ['IRAN:country-U']],
    ['They ate turkey', []],
    ['the Bank of France', ['Bank:organization-B', 'of:organization-I', 'France:country-U+organization-L']],
    ['the Iranian president', ['Iranian:adjective-U+people-U', 'president:agent-U+title-U']],
    ['Ali Velayati said', ['Ali:first-name-U+person-B', 'Velayati:person-L+surname-U']],
    ['UN and un', ['UN:organization-U']],
    ['the U.S. left', ['U.S.:country-U']],
  ])('%s', (text, expected) => {
    expect(marksOf(text)).toEqual(expected);
  });
});

describe('names that are listed as a whole', () => {
  const forms = 'the Bank of France in Iran'.split(' ');
  const marks = createNameGazetteer(smallWorld).mark(forms);
  test.each([
    [1, 4, 'organization', true],
    [1, 3, 'organization', false],
    [3, 4, 'organization', false],
    [3, 4, 'country', true],
    [4, 6, 'country', false],
  ] as const)('[%i, %i) as %s: %s', (start, end, mark, expected) => {
    expect(isListed(marks, start, end, mark)).toBe(expected);
  });
});

describe('names of a document agree', () => {
  const found = (kind: NameKind, start: number, end: number, margin: number, second?: NameKind): FoundName => ({
    start,
    end,
    kind: NAME_KINDS.indexOf(kind),
    margin,
    kinds: NAME_KINDS.map((k) => (k === kind ? 0 : k === second ? -margin : -9)),
  });
  const shown = (notation: string, names: readonly FoundName[]): readonly string[] => {
    const doc = taggedDoc(notation);
    return agree(doc, names).map(({ start, end, kind }) => {
      const words = doc.tokens.slice(start, end).map((token) => token.text);
      return `${words.join(' ')} ${NAME_KINDS[kind]}`;
    });
  };
  const KELLER = `Anna/PROPN/NNP Keller/PROPN/NNP spoke/VERB/VBD
    Keller/PROPN/NNP left/VERB/VBD`;

  test('the surname of somebody named in full is that person', () => {
    const names = [found('person', 0, 2, 6), found('place', 3, 4, 1, 'person')];
    expect(shown(KELLER, names)).toEqual(['Anna Keller person', 'Keller person']);
  });

  test('a surname that was not found is found', () => {
    expect(shown(KELLER, [found('person', 0, 2, 6)])).toEqual(['Anna Keller person', 'Keller person']);
  });

  test('a sure reading of one mention does not yield', () => {
    const names = [found('person', 0, 2, 6), found('place', 3, 4, 8)];
    expect(shown(KELLER, names)).toEqual(['Anna Keller person', 'Keller place']);
  });

  test('the surer mention decides, whichever comes first', () => {
    const text = `Arvo/PROPN/NNP left/VERB/VBD
      of/ADP/IN Arvo/PROPN/NNP`;
    const names = [found('place', 0, 1, 1, 'organization'), found('organization', 3, 4, 4, 'place')];
    expect(shown(text, names)).toEqual(['Arvo organization', 'Arvo organization']);
  });

  test('all mentions of a name are as sure as the surest', () => {
    const text = `Arvo/PROPN/NNP left/VERB/VBD
      in/ADP/IN Arvo/PROPN/NNP`;
    const doc = taggedDoc(text);
    const names = [found('place', 0, 1, 1, 'organization'), found('place', 3, 4, 4, 'organization')];
    expect(agree(doc, names).map(({ margin }) => margin)).toEqual([4, 4]);
  });

  test('an acronym is found again, a word inside a longer name is not', () => {
    const text = `the/DET/DT FNP/PROPN/NNP left/VERB/VBD
      New/PROPN/NNP FNP/PROPN/NNP House/PROPN/NNP saw/VERB/VBD the/DET/DT FNP/NOUN/NN`;
    expect(shown(text, [found('organization', 1, 2, 4)])).toEqual(['FNP organization', 'FNP organization']);
  });
});

describe('the shipped model', () => {
  let finder: NameFinder;
  const tagger = shippedTagger();
  beforeAll(async () => {
    finder = loadNames(namesBytes, namesManifest, await shippedGazetteer());
  });
  const namesOf = (text: string): readonly string[] => {
    const doc = findNames(tag(tokenize(toArticle(text), abbreviations), tagger, lemmatizer), finder);
    return doc.names.map(({ start, end, kind }) => {
      const [first, last] = [doc.tokens[start]?.start, doc.tokens[end - 1]?.end];
      return `${text.slice(first, last)}: ${kind}`;
    });
  };

  test.each<[string, readonly string[]]>([
    [
      'Prime Minister Anna Keller met officials of the Free Nations Party (FNP) in Oslo.',
      ['Anna Keller: person', 'Free Nations Party: organization', 'FNP: organization', 'Oslo: place'],
    ],
    [
      'The Ministry of Trade of Latvia said that Henrik Aalto would visit Riga.',
      ['Ministry of Trade of Latvia: organization', 'Henrik Aalto: person', 'Riga: place'],
    ],
    [
      'The Norwegian envoy, Ragnhild Moe, praised Swedish aid to Kenya.',
      ['Norwegian: group', 'Ragnhild Moe: person', 'Swedish: group', 'Kenya: place'],
    ],
    ['They ate turkey and left.', []],
    ['The government said on Monday that the talks had failed.', []],
    ['CHINA CONDEMNS NEW SANCTIONS ON LAOS', ['CHINA: place', 'LAOS: place']],
    ['Norway Expels Two Danish Diplomats', ['Norway: place', 'Danish: group']],
  ])('%s', (text, expected) => {
    expect(namesOf(text)).toEqual(expected);
  });

  test('any text: names are disjoint, in order, inside their sentences, and the same each time', () => {
    const word = fc.constantFrom(
      'Iran',
      'of',
      'the',
      '(',
      ')',
      'Anna',
      'Keller',
      'said',
      'UN',
      '٣',
      '👩‍🚀',
      '-',
      '.',
      'al',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const doc = findNames(tag(tokenize(toArticle(raw), abbreviations), tagger, lemmatizer), finder);
        let last = 0;
        for (const { start, end, margin } of doc.names) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(margin).toBeGreaterThanOrEqual(0);
          expect(doc.sentences.some((s) => s.start <= start && end <= s.end)).toBe(true);
          last = end;
        }
        expect(findNames(doc, finder).names).toEqual(doc.names);
      }),
      { numRuns: 60 },
    );
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
    const copy = namesBytes.slice();
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  };
  const gazetteer = createNameGazetteer(smallWorld);

  test('the manifest describes the file, which is small enough for a browser', () => {
    expect(codeOf(() => loadNames(namesBytes, namesManifest, gazetteer))).toBe('no error');
    expect(namesBytes.length).toBeLessThanOrEqual(300_000);
    expect(namesManifest.trainingData.map((source) => source.licence).join()).toContain('MIT');
  });

  test.each([
    ['another file of the same size', changed(namesBytes.length - 1000), 'model/wrong-hash'],
    ['a file cut short', namesBytes.subarray(0, 1000), 'model/wrong-size'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(() => loadNames(bytes, namesManifest, gazetteer))).toBe(code);
  });

  test.each([
    ['no bytes', new Uint8Array(0), 'model/bad-magic'],
    ['wrong magic', changed(0), 'model/bad-magic'],
    ['another format', changed(4), 'model/wrong-format'],
    ['other labels', changed(6), 'model/damaged'],
    ['damaged header', changed(12), 'model/damaged'],
    ['other kinds of name', changed(20), 'model/damaged'],
    ['cut short', namesBytes.subarray(0, namesBytes.length - 1), 'model/damaged'],
  ])('without a manifest: %s', (_, bytes, code) => {
    expect(codeOf(() => parseNameModel(bytes))).toBe(code);
  });
});
