import type { Dependency, Morphology, ParsedDocument, TaggedDocument, Upos } from '../model/document.ts';
import { datelineWords } from './dateline-words.ts';
import { mendFinite } from './finite-verb.ts';
import { foldParse, toSentence } from './headline-sentence.ts';
import type { Lemmatizer } from './lemmatize.ts';
import { mendHeadline } from './mend-headline.ts';
import { checkAgainstManifest, type ModelManifest } from './model-file.ts';
import { type WordRows, wordRows } from './parser-features.ts';
import { type ParserModel, parseParserModel } from './parser-model.ts';
import { createNetwork, MAX_WORDS, type TableRows } from './parser-network.ts';
import { type Tag, toMorphology } from './tag.ts';
import { isHiddenGerund } from './tag-doubts.ts';

/** What the parser says of a sentence; all arrays are parallel to its words. */
export interface SentenceParse {
  /** Index of the head in the sentence; the root is its own head. */
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  /** Parts of speech, which the parser knows better than the tagger. */
  readonly tags: readonly Tag[];
}

/** Gives a sentence its dependency tree. Pure: the same words and tags give the same tree, on every kernel. */
export interface Parser {
  readonly kernel: 'wasm' | 'js';
  /** @returns nothing for a sentence that is empty or longer than `MAX_WORDS` */
  parseSentence(forms: readonly string[], tags: readonly Tag[]): SentenceParse | undefined;
}

/** Words whose rows are kept; news repeats itself. */
const CACHE_LIMIT = 50_000;
/** Longer ones are not kept: an article can hold a word of any length. */
const LONGEST_CACHED = 40;

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
  const cache = new Map<string, WordRows>();
  const look = (form: string): WordRows => {
    const known = cache.get(form);
    if (known) return known;
    const made = wordRows(form, model.vocabulary);
    if (cache.size < CACHE_LIMIT && form.length <= LONGEST_CACHED) cache.set(form, made);
    return made;
  };
  return {
    kernel: network.kernel,
    parseSentence(forms, given) {
      if (forms.length === 0 || forms.length > MAX_WORDS) return undefined;
      const rows = forms.map((form, i): TableRows => {
        const { word, suffix, prefix, shape } = look(form);
        return [word, suffix, prefix, shape, tagNumbers.get(`${given[i]?.upos}|${given[i]?.xpos}`) ?? 0];
      });
      const parse = network.parse(rows);
      return {
        heads: Array.from(parse.heads, (head, i) => (head === 0 ? i : head - 1)),
        deprels: Array.from(parse.labels, (label, i) => (parse.heads[i] === 0 ? 'root' : (labels[label] ?? 'dep'))),
        tags: Array.from(parse.tags, (tag, i) => keptTag(given[i]) ?? tags[tag] ?? FOREIGN),
      };
    },
  };
}

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
  for (const { start, end } of doc.sentences) {
    const forms = doc.tokens.slice(start, end).map((token) => token.text);
    const tags = doc.morphology.slice(start, end);
    const found = parseBehindDateline(forms, tags, parser);
    for (let i = 0; i < forms.length; i++) {
      dependencies.push({ head: start + (found?.heads[i] ?? i), deprel: found?.deprels[i] ?? 'dep' });
    }
    for (const word of found ? toMorphology(forms, found.tags, lemmatizer) : tags) morphology.push(word);
  }
  return { ...doc, morphology: withHiddenVerbs({ ...doc, morphology }, lemmatizer), dependencies };
}

/** "of poisoning/NN a spy": what is a verb by its place gets a verb's tag and lemma. */
function withHiddenVerbs(doc: TaggedDocument, lemmatizer: Lemmatizer): readonly Morphology[] {
  const morphology = [...doc.morphology];
  for (const { start, end } of doc.sentences) {
    for (let i = start; i < end; i++) {
      if (!isHiddenGerund(doc, i, end)) continue;
      const lemma = lemmatizer.lemma(doc.tokens[i]?.text ?? '', 'VERB', 'VBG');
      morphology[i] = { lemma, upos: 'VERB', xpos: 'VBG' };
    }
  }
  return morphology;
}

/** A dateline derails the parser: the tree begins behind it, and its words hang loosely on the root. */
function parseBehindDateline(
  forms: readonly string[],
  tags: readonly Tag[],
  parser: Parser,
): SentenceParse | undefined {
  const skip = datelineWords(forms);
  if (skip === 0) return parseForms(forms, tags, parser);
  const found = parseForms(forms.slice(skip), tags.slice(skip), parser);
  if (!found) return undefined;
  const heads = found.heads.map((head) => head + skip);
  const root = heads.findIndex((head, i) => head === i + skip) + skip;
  const before = forms.slice(0, skip);
  return {
    heads: [...before.map(() => root), ...heads],
    deprels: [...before.map(() => 'dep'), ...found.deprels],
    tags: [...tags.slice(0, skip), ...found.tags],
  };
}

/** A headline is parsed as the sentence that it stands for. */
function parseForms(forms: readonly string[], tags: readonly Tag[], parser: Parser): SentenceParse | undefined {
  const sentence = toSentence(forms, tags);
  if (!sentence) return parser.parseSentence(forms, mendFinite(forms, tags));
  const found = parser.parseSentence(sentence.forms, sentence.tags);
  if (!found) return undefined;
  const folded = foldParse(found, sentence);
  return { ...folded, tags: mendHeadline(forms, folded.tags) };
}
