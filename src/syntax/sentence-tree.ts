import type { Dependency, TaggedDocument } from '../model/document.ts';
import type { Span, TokenIndex } from '../model/span.ts';

/** A document whose sentences may have been parsed. */
export type MaybeParsed = TaggedDocument & { readonly dependencies?: readonly Dependency[] };

/** The dependency tree of one sentence; tokens by their index in the document. */
export interface SentenceTree extends Span {
  readonly root: TokenIndex;
  /** The root is its own head. */
  readonly head: (token: TokenIndex) => TokenIndex;
  /** With its subtype: `nsubj:pass`. */
  readonly relation: (token: TokenIndex) => string;
  /** Without it: `nsubj` of `nsubj:pass`. */
  readonly baseRelation: (token: TokenIndex) => string;
  /** In text order. */
  readonly children: (token: TokenIndex) => readonly TokenIndex[];
  /** Every token behind its head. */
  readonly topDown: readonly TokenIndex[];
}

const NONE: readonly TokenIndex[] = [];

/** The tree of a sentence; undefined when it was not parsed or its heads don't form a tree with one root. */
export function treeOf(doc: MaybeParsed, sentence: number): SentenceTree | undefined {
  const bounds = doc.sentences[sentence];
  const arcs = bounds && doc.dependencies?.slice(bounds.start, bounds.end);
  if (!bounds || arcs?.length !== bounds.end - bounds.start) return undefined;
  return buildTree(
    bounds.start,
    arcs.map((d) => d.head),
    arcs.map((d) => d.deprel),
  );
}

/**
 * Builds a tree from the head and the relation of each token of a sentence.
 * @param start index of its first token
 * @param heads indices in the document
 */
export function buildTree(
  start: TokenIndex,
  heads: readonly TokenIndex[],
  relations: readonly string[],
): SentenceTree | undefined {
  const end = start + heads.length;
  const children: TokenIndex[][] = [];
  let root = -1;
  for (let i = start; i < end; i++) {
    const head = heads[i - start] ?? i;
    if (head < start || head >= end || (head === i && root >= 0)) return undefined;
    if (head === i) root = i;
    else {
      children[head - start] ??= [];
      children[head - start]?.push(i);
    }
  }
  if (root < 0) return undefined;
  const below = (token: TokenIndex): readonly TokenIndex[] => children[token - start] ?? NONE;
  const topDown = [root];
  for (let i = 0; i < topDown.length; i++) for (const child of below(topDown[i] as TokenIndex)) topDown.push(child);
  // What the root doesn't reach runs in a circle.
  if (topDown.length !== end - start) return undefined;
  const bases = relations.map(withoutSubtype);
  return {
    start,
    end,
    root,
    head: (token) => heads[token - start] ?? token,
    relation: (token) => relations[token - start] ?? 'dep',
    baseRelation: (token) => bases[token - start] ?? 'dep',
    children: below,
    topDown,
  };
}

function withoutSubtype(relation: string): string {
  const at = relation.indexOf(':');
  return at < 0 ? relation : relation.slice(0, at);
}

/** The relation without its subtype: `nsubj` of `nsubj:pass`. */
export const baseRelation = (tree: SentenceTree, token: TokenIndex): string => tree.baseRelation(token);

/** Dependents with one of these relations (without subtype), in text order. */
export function childrenBy(
  tree: SentenceTree,
  token: TokenIndex,
  ...relations: readonly string[]
): readonly TokenIndex[] {
  const children = tree.children(token);
  // Most tokens have none, and very many are asked.
  return children.length === 0 ? NONE : children.filter((c) => relations.includes(baseRelation(tree, c)));
}
