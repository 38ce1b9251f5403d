import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ModelError, type ModelManifest } from '../../src/language/model-file.ts';
import { createParser, loadParser, parse, parseSentence } from '../../src/language/parse.ts';
import { KEPT_FORMS, MAX_WORDS } from '../../src/language/parser-memory.ts';
import { parseParserModel } from '../../src/language/parser-model.ts';
import { sha256 } from '../../src/language/sha256.ts';
import { type Tag, tag } from '../../src/language/tag.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { abbreviations, lemmatizer, parserBytes, parserManifest, shippedTagger, toArticle } from './resources.ts';

const tagger = shippedTagger();
const parser = loadParser(parserBytes, parserManifest);
const plain = loadParser(parserBytes, parserManifest, 'js');

/** `dependent relation head` of the words that are no function words. */
function treeOf(text: string): readonly string[] {
  const doc = parse(tag(tokenize(toArticle(text), abbreviations), tagger, lemmatizer), parser, lemmatizer);
  return doc.dependencies.map(
    ({ head, deprel }, i) => `${doc.tokens[i]?.text} ${deprel}${deprel === 'root' ? '' : ` ${doc.tokens[head]?.text}`}`,
  );
}

describe('trees of news sentences', () => {
  test.each<[string, readonly string[]]>([
    ['Peru met Chile in Lima.', ['Peru nsubj met', 'met root', 'Chile obj met', 'Lima obl met', '. punct met']],
    ['Kenya was accused by Somalia.', ['Kenya nsubj:pass accused', 'accused root', 'Somalia obl:agent accused']],
    ['The minister refused to visit Oslo.', ['minister nsubj refused', 'visit xcomp refused', 'Oslo obj visit']],
    ['Ghana said that Togo had closed the border.', ['Togo nsubj closed', 'closed ccomp said', 'border obj closed']],
    ['The soldiers who attacked the village fled.', ['attacked acl:relcl soldiers', 'fled root']],
    ['Norway and Sweden signed a treaty.', ['Sweden conj Norway', 'Norway nsubj signed', 'treaty obj signed']],
    ["Peru's foreign minister resigned.", ['Peru nmod:poss minister', 'minister nsubj resigned']],
  ])('%s', (text, expected) => {
    expect(treeOf(text)).toEqual(expect.arrayContaining([...expected]));
  });
});

const WORDS =
  'Peru met the Chilean envoy , who said " troops " had left Lima in 2014 ; 😀 -- ’s don n’t HQ xyzzy ١٢ \u0301'.split(
    ' ',
  );

describe('a tree', () => {
  const sentences = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 });
  test('has one root and no cycle, whatever the words', () => {
    fc.assert(
      fc.property(sentences, (forms) => {
        const found = parseSentence(parser, forms, tagger.tagSentence(forms));
        const roots = found?.heads.filter((head, i) => head === i) ?? [];
        expect(roots).toHaveLength(1);
        forms.forEach((_, i) => {
          let at = i;
          for (let steps = 0; steps < forms.length && found?.heads[at] !== at; steps++) at = found?.heads[at] ?? at;
          expect(at).toBe(roots[0]);
          expect(found?.deprels[i] === 'root').toBe(i === roots[0]);
        });
      }),
      { numRuns: 50 },
    );
  });

  test('is the same on both kernels', () => {
    expect([parser.kernel, plain.kernel]).toEqual(['wasm', 'js']);
    fc.assert(
      fc.property(sentences, (forms) => {
        const tags = tagger.tagSentence(forms);
        expect(parseSentence(plain, forms, tags)).toEqual(parseSentence(parser, forms, tags));
      }),
      { numRuns: 40 },
    );
  });

  test('does not depend on the sentences before', () => {
    const forms = 'Peru met Chile .'.split(' ');
    const tags = tagger.tagSentence(forms);
    const first = parseSentence(loadParser(parserBytes, parserManifest), forms, tags);
    const long = Array.from({ length: MAX_WORDS }, (_, i) => WORDS[i % WORDS.length] ?? '');
    parseSentence(parser, long, tagger.tagSentence(long));
    expect(parseSentence(parser, forms, tags)).toEqual(first);
  });

  test('does not depend on the sentences beside it', () => {
    const tagged = (forms: readonly string[]) => ({ forms, tags: tagger.tagSentence(forms) });
    fc.assert(
      fc.property(fc.array(fc.oneof(sentences, fc.constant([])), { minLength: 2, maxLength: 12 }), (texts) => {
        const alone = texts.map((forms) => parseSentence(parser, forms, tagger.tagSentence(forms)));
        expect(parser.parseSentences(texts.map(tagged))).toEqual(alone);
      }),
      { numRuns: 20 },
    );
  });

  test('is the same when more forms were read than are kept', () => {
    const forms = 'Peru met Chile .'.split(' ');
    const [read, tags] = [loadParser(parserBytes, parserManifest), tagger.tagSentence(forms)];
    const first = parseSentence(read, forms, tags);
    const noun: Tag = { upos: 'NOUN', xpos: 'NN' };
    for (let i = 0; i < 2 * KEPT_FORMS; i += 100) {
      const others = Array.from({ length: 100 }, (_, k) => (((i + k + 1) * 2_654_435_761) % 2 ** 32).toString(36));
      parseSentence(
        read,
        others,
        others.map(() => noun),
      );
    }
    expect(parseSentence(read, forms, tags)).toEqual(first);
  });

  test('is not made for sentences that are empty or too long', () => {
    const long = Array.from({ length: MAX_WORDS + 1 }, () => 'so');
    expect(parseSentence(parser, [], [])).toBeUndefined();
    expect(parseSentence(parser, long, tagger.tagSentence(long))).toBeUndefined();
  });
});

describe('a parser file that is not what it should be is refused', () => {
  const codeOf = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      return error instanceof ModelError ? error.code : String(error);
    }
    return 'no error';
  };
  const manifestOf = (bytes: Uint8Array): ModelManifest => ({
    ...parserManifest,
    bytes: bytes.length,
    sha256: sha256(bytes),
  });
  const changed = (at: number, to: number): Uint8Array => parserBytes.with(at, to);

  test('size and hash', () => {
    expect(codeOf(() => loadParser(parserBytes.subarray(1), parserManifest))).toBe('model/wrong-size');
    expect(codeOf(() => loadParser(changed(5000, 77), parserManifest))).toBe('model/wrong-hash');
    expect(codeOf(() => loadParser(parserBytes, { ...parserManifest, kind: 'tagger' }))).toBe('model/bad-manifest');
  });

  test.each<[string, Uint8Array]>([
    ['model/bad-magic', changed(0, 0)],
    ['model/bad-magic', new Uint8Array()],
    ['model/damaged', parserBytes.subarray(0, 100)],
    ['model/damaged', parserBytes.subarray(0, parserBytes.length - 1)],
    ['model/damaged', changed(9, 0)],
    ['model/damaged', changed(7, 255)],
  ])('%s', (code, bytes) => {
    expect(codeOf(() => loadParser(bytes, manifestOf(bytes)))).toBe(code);
  });

  test('another format', () => {
    const text = new TextDecoder('latin1').decode(parserBytes.subarray(0, 60));
    const at = text.indexOf('"format":') + '"format":'.length;
    const bytes = changed(at, '9'.charCodeAt(0));
    expect(codeOf(() => createParser(parseParserModel(bytes)))).toBe('model/wrong-format');
  });
});
