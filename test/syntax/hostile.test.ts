import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunk } from '../../src/language/chunk.ts';
import type { ChunkedDocument, Dependency, Morphology, Upos } from '../../src/model/document.ts';
import type { ClauseStructure, NounPhrase } from '../../src/syntax/clause.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { treeOf } from '../../src/syntax/sentence-tree.ts';
import { testArticle } from '../support/doc.ts';

const SPEECH = new Set(['say', 'tell']);

/** Words that steer the reader, with tags that fit and tags that don't. */
const WORDS: readonly (readonly [string, Upos, string])[] = [
  ['Iran', 'PROPN', 'NNP'],
  ['talks', 'NOUN', 'NNS'],
  ['bombing', 'NOUN', 'NN'],
  ['they', 'PRON', 'PRP'],
  ['himself', 'PRON', 'PRP'],
  ['its', 'PRON', 'PRP$'],
  ['there', 'PRON', 'EX'],
  ['who', 'PRON', 'WP'],
  ['which', 'PRON', 'WDT'],
  ['whose', 'PRON', 'WP$'],
  ['what', 'PRON', 'WP'],
  ['when', 'ADV', 'WRB'],
  ['said', 'VERB', 'VBD'],
  ['seized', 'VERB', 'VBN'],
  ['seize', 'VERB', 'VB'],
  ['seizing', 'VERB', 'VBG'],
  ['seizes', 'VERB', 'VBZ'],
  ['was', 'AUX', 'VBD'],
  ['did', 'AUX', 'VBD'],
  ['have', 'VERB', 'VBP'],
  ['will', 'AUX', 'MD'],
  ['not', 'PART', 'RB'],
  ['to', 'PART', 'TO'],
  ["'s", 'PART', 'POS'],
  ['of', 'ADP', 'IN'],
  ['by', 'ADP', 'IN'],
  ['for', 'ADP', 'IN'],
  ['off', 'ADP', 'RP'],
  ['that', 'SCONJ', 'IN'],
  ['if', 'SCONJ', 'IN'],
  ['and', 'CCONJ', 'CC'],
  ['ready', 'ADJ', 'JJ'],
  ['the', 'DET', 'DT'],
  ['ten', 'NUM', 'CD'],
  ['Monday', 'PROPN', 'NNP'],
  ['as', 'ADP', 'IN'],
  ['well', 'ADV', 'RB'],
  [',', 'PUNCT', ','],
  [';', 'PUNCT', ':'],
  ['—', 'PUNCT', ':'],
  ['(', 'PUNCT', '-LRB-'],
  [')', 'PUNCT', '-RRB-'],
  ['“', 'PUNCT', '``'],
  ['”', 'PUNCT', "''"],
  ['"', 'PUNCT', "''"],
  ['-', 'PUNCT', 'HYPH'],
  ['.', 'PUNCT', '.'],
];

type Word = readonly [string, Upos, string];

/** One paragraph of sentences. */
function build(sentences: readonly (readonly Word[])[]): ChunkedDocument {
  let text = '';
  const words = sentences.flat();
  const tokens = words.map(([word]) => {
    const start = text.length;
    text += `${word} `;
    return { text: word, start, end: start + word.length };
  });
  const morphology: Morphology[] = words.map(([word, upos, xpos]) => ({ lemma: word.toLowerCase(), upos, xpos }));
  const spans = sentences.map((s, i) => {
    const start = sentences.slice(0, i).flat().length;
    return { start, end: start + s.length, paragraph: 0 };
  });
  return chunk({ article: testArticle(text), tokens, sentences: spans, morphology });
}

function phrasesOf({ predicates, nouns }: ClauseStructure): readonly NounPhrase[] {
  return [
    ...predicates.flatMap((p) => [...(p.subject ? [p.subject] : []), ...p.objects, ...p.obliques.map((o) => o.phrase)]),
    ...nouns.flatMap((n) => n.obliques.map((o) => o.phrase)),
  ];
}

function expectSound(doc: ChunkedDocument, clauses: ClauseStructure): void {
  const { predicates, nouns } = clauses;
  const isGroup = (g: number): boolean => doc.groups[g]?.kind === 'noun';
  const isPredicate = (p: number): boolean => predicates[p] !== undefined;
  expect(nouns.length).toBe(doc.groups.length);
  for (const { groups, head, span } of phrasesOf(clauses)) {
    expect(groups.length > 0 && groups.every(isGroup)).toBe(true);
    expect(span.start <= head && span.start < span.end && span.end <= doc.tokens.length).toBe(true);
  }
  predicates.forEach((p, i) => {
    const { start = 0, end = 0 } = doc.sentences[p.sentence] ?? {};
    expect(start <= p.span.start && p.span.start < p.span.end && p.span.end <= end).toBe(true);
    expect(p.complements.every((c) => isPredicate(c.predicate) && c.predicate !== i)).toBe(true);
    expect(!p.governor || isPredicate(p.governor.predicate)).toBe(true);
  });
  nouns.forEach((n, i) => {
    // Who follows owners and phrases from noun to noun must come to an end.
    expect(n.obliques.every((o) => (o.phrase.groups[0] ?? -1) > i)).toBe(true);
    expect(n.owner === undefined || n.owner < i).toBe(true);
    expect([...n.appositions, ...(n.owner === undefined ? [] : [n.owner])].every(isGroup)).toBe(true);
    expect(n.complements.every((c) => isPredicate(c.predicate))).toBe(true);
    expect(!n.role || isPredicate(n.role.predicate)).toBe(true);
  });
}

/** Walks up from every predicate; each is coloured once, so that long chains stay cheap. */
function hasCycle({ predicates }: ClauseStructure): boolean {
  const done = new Set<number>();
  for (let i = 0; i < predicates.length; i++) {
    const path = new Set<number>();
    for (let at: number | undefined = i; at !== undefined && !done.has(at); at = predicates[at]?.governor?.predicate) {
      if (path.has(at)) return true;
      path.add(at);
    }
    for (const seen of path) done.add(seen);
  }
  return false;
}

test('any row of words gives indexes in range and governors without a circle', () => {
  const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), (sentences) => {
      const doc = build(sentences);
      const clauses = readClauses(doc, SPEECH);
      expectSound(doc, clauses);
      expect(hasCycle(clauses)).toBe(false);
    }),
    { numRuns: 1500, seed: 7 },
  );
});

/** Relations that steer the reader of trees, where they make sense and where they don't. */
const RELATIONS = (
  'nsubj nsubj:pass nsubj:outer obj iobj obl obl:agent obl:unmarked nmod nmod:poss nmod:unmarked appos conj cc case mark aux aux:pass cop xcomp ccomp advcl ' +
  'acl acl:relcl parataxis csubj expl compound compound:prt flat fixed advmod det amod punct dep list orphan'
).split(' ');

/** A tree over `size` words: every word hangs on one that comes before it in the order. */
function hang(order: readonly number[], choices: readonly number[], relations: readonly string[]): Dependency[] {
  const found: Dependency[] = [];
  order.forEach((word, i) => {
    const head = i === 0 ? word : (order[(choices[i] ?? 0) % i] ?? word);
    found[word] = { head, deprel: i === 0 ? 'root' : (relations[i] ?? 'dep') };
  });
  return found;
}

test('any tree over any row of words gives indexes in range and governors without a circle', () => {
  const tree = fc.integer({ min: 1, max: 30 }).chain((size) =>
    fc.record({
      words: fc.array(fc.constantFrom(...WORDS), { minLength: size, maxLength: size }),
      order: fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }),
      choices: fc.array(fc.nat(), { minLength: size, maxLength: size }),
      relations: fc.array(fc.constantFrom(...RELATIONS), { minLength: size, maxLength: size }),
    }),
  );
  fc.assert(
    fc.property(tree, ({ words, order, choices, relations }) => {
      const doc = { ...build([words]), dependencies: hang(order, choices, relations) };
      expect(treeOf(doc, 0)).toBeDefined();
      const clauses = readClauses(doc, SPEECH);
      expectSound(doc, clauses);
      expect(hasCycle(clauses)).toBe(false);
    }),
    { numRuns: 3000, seed: 11 },
  );
});

const times = (n: number, ...words: readonly string[]): readonly Word[] => {
  const found = words.map((w) => WORDS.find(([word]) => word === w) as Word);
  return Array.from({ length: n }, () => found).flat();
};

test.each([
  ['commas', times(10_000, ',')],
  ['nouns in a list', times(10_000, 'Iran', ',')],
  ['nouns in a row', times(20_000, 'Iran', 'the')],
  ['prepositional phrases', times(8_000, 'of', 'Iran')],
  ['relative clauses', times(6_000, 'talks', 'which', 'Iran')],
  ['relative clauses with verbs', times(5_000, 'talks', 'that', 'seizes')],
  ['speech in speech', times(5_000, 'Iran', 'said', ',')],
  ['verbs joined by and', times(8_000, 'seized', 'and')],
  ['participles', times(8_000, 'Iran', 'seized')],
  ['infinitives', times(8_000, 'to', 'seize')],
  ['open parentheses', times(10_000, '(', 'Iran')],
  ['nested parentheses', [...times(5_000, '(', 'Iran'), ...times(5_000, ')')]],
  ['dashes', times(10_000, 'Iran', '—')],
  ['possessives', times(10_000, 'Iran', "'s")],
  ['adjectives', times(20_000, 'ready', ',')],
  ['adverbs and auxiliaries', times(15_000, 'not', 'was')],
])(
  'a sentence of many thousand words is read in time that grows with its length: %s',
  (_, words) => {
    const began = performance.now();
    const doc = build([words]);
    const clauses = readClauses(doc, SPEECH);
    // Generous: a quadratic reader takes minutes here.
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(clauses.nouns.length).toBe(doc.groups.length);
    expect(hasCycle(clauses)).toBe(false);
  },
  30_000,
);

const chained = (words: readonly Word[], ...relations: readonly string[]): Dependency[] =>
  words.map((_, i) => ({
    head: Math.max(0, i - 1),
    deprel: i === 0 ? 'root' : (relations[i % relations.length] ?? 'dep'),
  }));

test.each([
  ['verbs in verbs', times(4_000, 'seize'), ['xcomp']],
  ['conjuncts of conjuncts', times(4_000, 'Iran'), ['conj']],
  ['verbs joined to verbs', times(4_000, 'seized'), ['conj']],
  ['phrases in phrases', times(2_000, 'of', 'Iran'), ['nmod', 'case']],
  ['relative clauses in relative clauses', times(1_500, 'talks', 'that', 'seizes'), ['obj', 'nsubj', 'acl:relcl']],
  ['speech in speech', times(1_500, 'Iran', 'said', ','), ['nsubj', 'parataxis', 'punct']],
])(
  // A cubic reader takes minutes here and runs into the timeout.
  'a tree of many thousand words without a branch is read in time: %s',
  (_, words, relations) => {
    const doc = { ...build([words]), dependencies: chained(words, ...relations) };
    expect(hasCycle(readClauses(doc, SPEECH))).toBe(false);
  },
  30_000,
);
