import { NOWHERE } from '../base/nowhere.ts';
import type { ChunkedDocument, Group } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex } from './clause.ts';
import { childrenBy, type SentenceTree } from './sentence-tree.ts';

/** A tree whose arcs are being changed. */
export interface Arcs {
  readonly doc: ChunkedDocument;
  /** As it was parsed. */
  readonly tree: SentenceTree;
  readonly groupAt: ReadonlyMap<TokenIndex, GroupIndex>;
  /** By token, counted from the start of the sentence. */
  readonly heads: TokenIndex[];
  readonly relations: string[];
}

export function hang(arcs: Arcs, token: TokenIndex, head: TokenIndex, relation: string): void {
  arcs.heads[token - arcs.tree.start] = head;
  arcs.relations[token - arcs.tree.start] = relation;
}

/** Puts a token in the place of one over it; the other one is to be hung anew. */
export function takePlace(arcs: Arcs, token: TokenIndex, of: TokenIndex): void {
  hang(arcs, token, of === arcs.tree.root ? token : arcs.tree.head(of), arcs.tree.relation(of));
}

export const groupOf = ({ doc, groupAt }: Arcs, token: TokenIndex): Group | undefined =>
  doc.groups[groupAt.get(token) ?? NOWHERE];

export const wordOf = ({ doc }: Arcs, token: TokenIndex): string => doc.tokens[token]?.text.toLowerCase() ?? '';

export const hasSubject = ({ tree }: Arcs, token: TokenIndex): boolean =>
  childrenBy(tree, token, 'nsubj', 'csubj', 'expl').length > 0;
