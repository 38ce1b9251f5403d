/**
 * Measures the clause reader on the treebanks of `SHARED/treebank`: `tsx test/bench/syntax.bench.ts --shared ../shared [--dev] [--errors N]
 * [--only "own trees"]`. Gold tokens and sentences; the groups reader with gold or predicted tags, the reader of trees with gold trees or
 * with those of the shipped parser. A pair of a verb and a noun counts as right when the treebank's noun stands in
 * the reader's noun group; all conjuncts count. Question words are left out on both sides, and so are subjects that the reader
 * gives to gerunds and participles for which the treebank's enhanced graph names none, empty "it" and nouns that complete a verb.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { chunk } from '../../src/language/chunk.ts';
import { loadParser, parseSentence } from '../../src/language/parse.ts';
import type { Tag } from '../../src/language/tag.ts';
import type { ChunkedDocument, Dependency, Morphology, Token, Upos } from '../../src/model/document.ts';
import type { NounPhrase, Predicate } from '../../src/syntax/clause.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { lemmatizer, shippedTagger } from '../language/resources.ts';
import { type GoldRole, parseRoles, type RoleWord } from './treebank-roles.ts';

const DATA = new URL('../../data/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, DATA), 'utf8');
const ROLES: readonly GoldRole[] = ['nsubj', 'obj', 'nsubj:pass', 'obl:agent'];

/** What the stages before the reader say of a sentence. */
interface Layers {
  readonly morphology: readonly Morphology[];
  readonly dependencies?: readonly Dependency[];
}

type Annotate = (sentence: readonly RoleWord[]) => Layers;

interface Count {
  hits: number;
  found: number;
  wanted: number;
}

interface Tally {
  readonly counts: Record<GoldRole, Count>;
  readonly mistakes: string[];
}

const goldTags: Annotate = (sentence) => ({
  morphology: sentence.map(({ lemma, upos, xpos }) => ({ lemma, upos: upos as Upos, xpos })),
});

const goldTrees: Annotate = (sentence) => ({
  ...goldTags(sentence),
  dependencies: sentence.map(({ head, deprel }) => ({ head, deprel })),
});

const toMorphology = (forms: readonly string[], tags: readonly Tag[]): Morphology[] =>
  tags.map(({ upos, xpos }, i) => ({ upos, xpos, lemma: lemmatizer.lemma(forms[i] ?? '', upos, xpos) }));

function createPredictedTags(): Annotate {
  const tagger = shippedTagger();
  return (sentence) => {
    const forms = sentence.map((w) => w.form);
    return { morphology: toMorphology(forms, tagger.tagSentence(forms)) };
  };
}

/** Trees of the parser that is shipped, with its tags. */
function createPredictedTrees(): Annotate {
  const tagger = shippedTagger();
  const bytes = new Uint8Array(readFileSync(new URL('models/en/parser.bin', DATA)));
  const parser = loadParser(bytes, JSON.parse(read('models/en/parser.json')));
  return (sentence) => {
    const forms = sentence.map((w) => w.form);
    const tags = tagger.tagSentence(forms);
    const found = parseSentence(parser, forms, tags);
    const dependencies = found?.heads.map((head, i) => ({ head, deprel: found.deprels[i] ?? 'dep' }));
    return { morphology: toMorphology(forms, found?.tags ?? tags), ...(dependencies ? { dependencies } : {}) };
  };
}

function speechVerbs(): ReadonlySet<string> {
  const { verbs } = parse(read('lexicon/en/reporting.yaml')) as { verbs: { word: string; takes: string[] }[] };
  return new Set(verbs.filter((v) => v.takes.includes('quote')).map((v) => v.word));
}

function toDocument(sentence: readonly RoleWord[], annotate: Annotate): ChunkedDocument {
  let text = '';
  const tokens: Token[] = sentence.map((word) => {
    const start = text.length;
    text += word.form + (word.spaceAfter ? ' ' : '');
    return { text: word.form, start, end: start + word.form.length };
  });
  const article = { id: 'bench', title: '', text, language: 'en' };
  const sentences = [{ start: 0, end: tokens.length, paragraph: 0 }];
  const { morphology, ...layers } = annotate(sentence);
  return { ...chunk({ article, tokens, sentences, morphology, ...layers }), ...layers };
}

interface Pair {
  readonly verb: number;
  readonly role: GoldRole;
  readonly start: number;
  readonly end: number;
}

/** What the reader says, as pairs of a verb and the span of a noun group. */
function pairsOf(doc: ChunkedDocument, p: Predicate): readonly Pair[] {
  const pairs = (role: GoldRole, phrase: NounPhrase | undefined): Pair[] =>
    (phrase?.groups ?? []).map((g) => {
      const group = doc.groups[g];
      return { verb: p.head, role, start: group?.start ?? 0, end: group?.end ?? 0 };
    });
  const agent = p.voice === 'passive' ? p.obliques.find((o) => o.preposition === 'by') : undefined;
  return [
    ...pairs(p.voice === 'passive' ? 'nsubj:pass' : 'nsubj', p.subject),
    ...p.objects.flatMap((o) => pairs('obj', o)),
    ...pairs('obl:agent', agent?.phrase),
  ];
}

const isSubject = (role: GoldRole): boolean => role === 'nsubj' || role === 'nsubj:pass';

function score(sentence: readonly RoleWord[], annotate: Annotate, speech: ReadonlySet<string>, tally: Tally): void {
  const doc = toDocument(sentence, annotate);
  const gold = sentence.flatMap((word, noun) =>
    word.roles
      .filter(({ verb }) => sentence[verb]?.upos === 'VERB' && !/^W/.test(word.xpos))
      .map(({ verb, role }) => ({ noun, verb, role })),
  );
  const withSubject = new Set(gold.filter(({ role }) => isSubject(role)).map(({ verb }) => verb));
  const found = readClauses(doc, speech)
    .predicates.filter((p) => p.pos === 'verb' && sentence[p.head]?.upos !== 'AUX')
    .flatMap((p) =>
      pairsOf(doc, p).filter((x) => !isSubject(x.role) || p.form === 'finite' || withSubject.has(x.verb)),
    );
  const fits = (x: Pair, y: (typeof gold)[number]): boolean =>
    x.verb === y.verb && x.role === y.role && x.start <= y.noun && y.noun < x.end;
  const missed = gold.filter((y) => !found.some((x) => fits(x, y)));
  const counted = found.filter((x) => !isNeutral(sentence, x));
  const wrong = counted.filter((x) => !gold.some((y) => fits(x, y)));
  for (const y of gold) tally.counts[y.role].wanted++;
  for (const x of counted) tally.counts[x.role].found++;
  for (const y of gold) if (!missed.includes(y)) tally.counts[y.role].hits++;
  if (missed.length + wrong.length > 0) tally.mistakes.push(describe(sentence, missed, wrong));
}

const NEUTRAL = /^(?:expl|nsubj:outer|csubj|xcomp)/;

/** "it" that stands for nothing, "made him [king]", "the [aim] is to win": the treebank gives them roles of their own. */
function isNeutral(sentence: readonly RoleWord[], x: Pair): boolean {
  const words = sentence.slice(x.start, x.end);
  return words.some((w) => NEUTRAL.test(w.deprel)) && !words.some((w) => w.roles.some(({ verb }) => verb === x.verb));
}

function describe(
  sentence: readonly RoleWord[],
  missed: readonly { noun: number; verb: number; role: GoldRole }[],
  wrong: readonly Pair[],
): string {
  const words = (start: number, end: number): string =>
    sentence
      .slice(start, end)
      .map((w) => w.form)
      .join(' ');
  return [
    words(0, sentence.length),
    ...missed.map((y) => `   - ${y.role} ${words(y.verb, y.verb + 1)} <- ${words(y.noun, y.noun + 1)}`),
    ...wrong.map((x) => `   + ${x.role} ${words(x.verb, x.verb + 1)} <- ${words(x.start, x.end)}`),
  ].join('\n');
}

function measure(text: string, annotate: Annotate, speech: ReadonlySet<string>): Tally {
  const empty = (): Count => ({ hits: 0, found: 0, wanted: 0 });
  const tally: Tally = {
    counts: { nsubj: empty(), obj: empty(), 'nsubj:pass': empty(), 'obl:agent': empty() },
    mistakes: [],
  };
  for (const sentence of parseRoles(text)) score(sentence, annotate, speech, tally);
  return tally;
}

const percent = (a: number, b: number): string => ((100 * a) / Math.max(1, b)).toFixed(1).padStart(7);

function render(name: string, counts: Record<GoldRole, Count>): string {
  const rows = ROLES.map((role) => {
    const { hits, found, wanted } = counts[role];
    return `${name.padEnd(22)}${role.padEnd(12)}${percent(hits, found)}${percent(hits, wanted)}${percent(2 * hits, found + wanted)}${String(wanted).padStart(8)}`;
  });
  return rows.join('\n');
}

/** Settings of a run: which part of the treebanks, and how many sentences with mistakes to print for each. */
export interface SyntaxBenchOptions {
  readonly part?: 'test' | 'dev';
  readonly errors?: number;
  /** "gold tags", "own tags" (both without trees), "gold trees" or "own trees"; all when absent. */
  readonly only?: string;
}

/** Prints precision, recall and F1 of subjects, objects and agents. @throws Error when a treebank is not there */
export async function run(shared: string, { part = 'test', errors = 0, only }: SyntaxBenchOptions = {}): Promise<void> {
  const files = ['gum', 'ewt'].map((name) => ({ name, path: join(shared, 'treebank', `${name}-${part}.conllu`) }));
  const missing = files.filter(({ path }) => !existsSync(path)).map(({ path }) => path);
  if (missing.length > 0) {
    throw new Error(
      `The syntax benchmark needs ${missing.join(', ')}. Give the folder that holds treebank/ with --shared DIR.`,
    );
  }
  const speech = speechVerbs();
  const sources = [
    ['gold tags', goldTags],
    ['own tags', createPredictedTags()],
    ['gold trees', goldTrees],
    ['own trees', createPredictedTrees()],
  ].filter(([source]) => !only || source === only) as [string, Annotate][];
  console.log(`${''.padEnd(34)}   prec    rec     F1    pairs`);
  for (const { name, path } of files) {
    const text = readFileSync(path, 'utf8');
    for (const [source, annotate] of sources) {
      const tally = measure(text, annotate, speech);
      console.log(render(`${name}-${part} ${source}`, tally.counts));
      const step = Math.max(1, Math.floor(tally.mistakes.length / Math.max(1, errors)));
      if (errors > 0) console.log(tally.mistakes.filter((_, i) => i % step === 0).join('\n'));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const after = (flag: string): string | undefined => {
    const at = process.argv.indexOf(flag);
    return at < 0 ? undefined : process.argv[at + 1];
  };
  const only = after('--only');
  run(after('--shared') ?? '../shared', {
    part: process.argv.includes('--dev') ? 'dev' : 'test',
    errors: Number(after('--errors') ?? 0),
    ...(only === undefined ? {} : { only }),
  }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
