import { extend } from '../base/extend.ts';
import type { Dependency, Morphology, ParsedDocument, TaggedDocument, Upos } from '../model/document.ts';
import type { Lemmatizer } from './lemmatize.ts';
import { checkAgainstManifest, type ModelManifest } from './model-file.ts';
import { wordRows } from './parser-features.ts';
import { type ParserModel, parseParserModel } from './parser-model.ts';
import { createNetwork, MAX_WORDS, type NetworkParse, type TableRows } from './parser-network.ts';
import { prepare } from './prepare-sentence.ts';
import { type Tag, toMorphology } from './tag.ts';
import { isHiddenGerund } from './tag-doubts.ts';
import { isShotDead, isSubjunctiveInTree } from './tree-hints.ts';
import { createWordCache } from './word-cache.ts';

/** What the parser says of a sentence; all arrays are parallel to its words. */
export interface SentenceParse {
  /** Index of the head in the sentence; the root is its own head. */
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  /** Parts of speech, which the parser knows better than the tagger. */
  readonly tags: readonly Tag[];
}

/** What the parser reads of a sentence; both are parallel to its words. */
export interface TaggedSentence {
  readonly forms: readonly string[];
  readonly tags: readonly Tag[];
}

/** Gives sentences their dependency trees. Pure: the same words and tags give the same tree, on every kernel and beside any others. */
export interface Parser {
  readonly kernel: 'wasm' | 'js';
  /** Several at once are read faster. @returns nothing for a sentence that is empty or longer than `MAX_WORDS` */
  parseSentences(sentences: readonly TaggedSentence[]): readonly (SentenceParse | undefined)[];
}

/** One sentence by itself. */
export const parseSentence = (parser: Parser, forms: readonly string[], tags: readonly Tag[]) =>
  parser.parseSentences([{ forms, tags }])[0];

/**
 * Makes a parser from the bytes of `data/models/en/parser.bin` and its manifest.
 * @param kind `js` forces the plain kernel, for comparing
 * @throws ModelError when the file is damaged, of another format, or not the one that the manifest describes
 */
export function loadParser(bytes: Uint8Array, manifest: ModelManifest, kind?: 'wasm' | 'js'): Parser {
  checkAgainstManifest(bytes, manifest, 'parser');
  return createParser(parseParserModel(bytes), kind);
}

/** A parser without the check against a manifest; see `loadParser`. */
export function createParser(model: ParserModel, kind?: 'wasm' | 'js'): Parser {
  const network = createNetwork(model, kind);
  const { labels, tags: names } = model.header;
  const tagNumbers = new Map(names.map((name, i) => [name, i]));
  const tags = names.map(toTag);
  const look = createWordCache((form) => wordRows(form, model.vocabulary));
  const toRows = ({ forms, tags: given }: TaggedSentence): readonly TableRows[] =>
    forms.map((form, i) => {
      const { word, suffix, prefix, shape } = look(form);
      return [word, suffix, prefix, shape, tagNumbers.get(`${given[i]?.upos}|${given[i]?.xpos}`) ?? 0];
    });
  const toParse = (parse: NetworkParse, given: readonly Tag[]): SentenceParse => ({
    heads: Array.from(parse.heads, (head, i) => (head === 0 ? i : head - 1)),
    deprels: Array.from(parse.labels, (label, i) => (parse.heads[i] === 0 ? 'root' : (labels[label] ?? 'dep'))),
    tags: Array.from(parse.tags, (tag, i) => keptTag(given[i]) ?? tags[tag] ?? FOREIGN),
  });
  return {
    kernel: network.kernel,
    parseSentences(sentences) {
      const fits = sentences.filter(canParse);
      const parses = network.parse(fits.map(toRows));
      const byPlace = new Map(fits.map((sentence, i) => [sentence, parses[i]]));
      return sentences.map((sentence) => {
        const parse = byPlace.get(sentence);
        return parse && toParse(parse, sentence.tags);
      });
    },
  };
}

const canParse = ({ forms }: TaggedSentence): boolean => forms.length > 0 && forms.length <= MAX_WORDS;

/** Signs and foreign words are known by their form, which the tagger sees in more detail. */
const keptTag = (tag: Tag | undefined): Tag | undefined =>
  tag && (tag.upos === 'SYM' || tag.upos === 'X') ? tag : undefined;

const FOREIGN: Tag = { upos: 'X', xpos: 'FW' };

function toTag(name: string): Tag {
  const [upos = 'X', xpos = 'FW'] = name.split('|');
  return { upos: upos as Upos, xpos };
}

/**
 * Adds a dependency tree to every sentence; parts of speech become those of the parser. In a sentence that is too long for the parser
 * every token is its own head, which no tree has.
 */
export function parse(doc: TaggedDocument, parser: Parser, lemmatizer: Lemmatizer): ParsedDocument {
  const dependencies: Dependency[] = [];
  const morphology: Morphology[] = [];
  const sentences = doc.sentences.map(({ start, end }) => {
    const forms = doc.tokens.slice(start, end).map((token) => token.text);
    return { forms, prepared: prepare(forms, doc.morphology.slice(start, end)) };
  });
  const parses = parser.parseSentences(sentences.flatMap(({ prepared }) => prepared.reads)).values();
  doc.sentences.forEach(({ start, end }, s) => {
    const { forms, prepared } = sentences[s] as (typeof sentences)[number];
    const own = prepared.reads.map(() => parses.next().value).filter((parse) => parse !== undefined);
    const found = own.length === prepared.reads.length ? prepared.finish(own) : undefined;
    for (let i = 0; i < end - start; i++) {
      dependencies.push({ head: start + (found?.heads[i] ?? i), deprel: found?.deprels[i] ?? 'dep' });
    }
    const tags = found ? toMorphology(forms, found.tags, lemmatizer) : doc.morphology.slice(start, end);
    for (const word of tags) morphology.push(word);
  });
  const parsed = extend(doc, { morphology, dependencies });
  return { ...parsed, morphology: withHiddenVerbs(parsed, lemmatizer) };
}

/** "of poisoning/NN a spy": what is a verb by its place gets a verb's tag and lemma. */
function withHiddenVerbs(doc: ParsedDocument, lemmatizer: Lemmatizer): readonly Morphology[] {
  const morphology = [...doc.morphology];
  const verb = (i: number, xpos: string): Morphology => ({
    lemma: lemmatizer.lemma(doc.tokens[i]?.text ?? '', 'VERB', xpos),
    upos: 'VERB',
    xpos,
  });
  for (const { start, end } of doc.sentences) {
    for (let i = start; i < end; i++) {
      if (isHiddenGerund(doc, i, end)) morphology[i] = verb(i, 'VBG');
      else if (isSubjunctiveInTree(doc, i)) morphology[i] = verb(i, 'VB');
      else if (isShotDead(doc, i)) {
        morphology[i] = verb(i, 'VBD');
        morphology[i + 1] = { lemma: 'dead', upos: 'ADJ', xpos: 'JJ' };
      }
    }
  }
  return morphology;
}
