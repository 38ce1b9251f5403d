import type { ChunkedDocument, Group } from '../model/document.ts';
import type {
  ClauseComplement,
  Governor,
  GroupIndex,
  NounContext,
  NounPhrase,
  Oblique,
  Predicate,
  PredicateIndex,
} from './clause.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A noun phrase that may still grow by conjuncts. The first group is its head; never empty. */
export interface DraftPhrase {
  readonly groups: [GroupIndex, ...GroupIndex[]];
}

export interface DraftOblique {
  readonly preposition: string;
  readonly phrase: DraftPhrase;
}

/** A predicate whose arguments are still being found. */
export type DraftPredicate = Mutable<
  Omit<Predicate, 'subject' | 'objects' | 'obliques' | 'complements' | 'governor'>
> & {
  subject?: DraftPhrase | undefined;
  objects: DraftPhrase[];
  obliques: DraftOblique[];
  complements: ClauseComplement[];
  governor?: Governor | undefined;
};

/** What a verb group says by itself. */
export type VerbWords = Pick<
  Predicate,
  'head' | 'span' | 'lemma' | 'form' | 'voice' | 'tense' | 'modal' | 'negated' | 'particle'
>;

/** A clause that has not ended yet. */
export interface OpenClause {
  readonly kind: 'root' | 'subordinate' | 'complement' | 'relative' | 'reduced';
  readonly governor?: Governor;
  subject?: DraftPhrase;
  /** Antecedent of a relative clause, for when no other subject comes. */
  antecedent?: DraftPhrase;
  verb?: PredicateIndex;
  /** Prepositional and time phrases before the verb: "In Cairo, …". */
  fronted: DraftOblique[];
  /** Speech verb whose subject follows it: "…," said Velayati. */
  inverted: boolean;
  /** Opened after a comma behind another clause: "…, Z said". */
  trailing: boolean;
  /** Needs no subject of its own: "[what] happened". */
  free?: boolean;
  /** "the city [in] which": the antecedent is a prepositional phrase of the relative clause. */
  preposition?: string;
  /** "the state [whose] army": the antecedent owns the first noun. */
  owns?: boolean;
  /** Noun before a parenthesis, which the first noun inside it renames. */
  renames?: DraftPhrase;
  /** Antecedent that a verb further in takes: "the pact they agreed [to sign]". */
  gap?: DraftPhrase;
  /** Nouns that the antecedent was chosen among, nearest last. */
  candidates?: readonly DraftPhrase[];
  afterComma?: boolean;
  /** "that", "if", "after" … */
  marker?: string;
  /** Predicates that stand before this clause and hang on its verb: "[Speaking] in Cairo, …", "If Iran [agrees], …". */
  waiting: WaitingPredicate[];
}

/** A predicate that stands before the verb on which it hangs. */
export interface WaitingPredicate {
  readonly predicate: PredicateIndex;
  readonly relation: 'adverbial' | 'relative';
  readonly marker?: string;
  /** Takes the subject of the verb to come. */
  readonly shares: boolean;
}

/** What a noun group has gathered so far. */
export interface NounDraft {
  readonly obliques: DraftOblique[];
  readonly appositions: GroupIndex[];
  readonly complements: ClauseComplement[];
  role?: NonNullable<NounContext['role']>;
  owner?: GroupIndex;
}

export const newClause = (kind: OpenClause['kind'], fields: Partial<OpenClause> = {}): OpenClause => ({
  kind,
  fronted: [],
  inverted: false,
  trailing: false,
  waiting: [],
  ...fields,
});

/** A verb without arguments. All predicates have all fields, in one order: objects of one shape are read faster. */
export const newPredicate = (words: VerbWords, sentence: number, quoted: boolean): DraftPredicate => ({
  sentence,
  pos: 'verb',
  head: words.head,
  span: words.span,
  lemma: words.lemma,
  form: words.form,
  voice: words.voice,
  tense: words.tense,
  modal: words.modal,
  negated: words.negated,
  particle: words.particle,
  subject: undefined,
  objects: [],
  obliques: [],
  complements: [],
  governor: undefined,
  quoted,
});

export const newPhrase = (group: GroupIndex): DraftPhrase => ({ groups: [group] });

function finishPhrase(doc: ChunkedDocument, { groups }: DraftPhrase): NounPhrase {
  const first = doc.groups[groups[0]] as Group;
  const last = doc.groups[groups.at(-1) ?? groups[0]] as Group;
  return { groups, head: first.head, span: { start: first.start, end: last.end } };
}

const finishOblique = (doc: ChunkedDocument, { preposition, phrase }: DraftOblique): Oblique => ({
  preposition,
  phrase: finishPhrase(doc, phrase),
});

export function finishPredicate(doc: ChunkedDocument, draft: DraftPredicate): Predicate {
  return {
    ...draft,
    subject: draft.subject && finishPhrase(doc, draft.subject),
    objects: draft.objects.map((o) => finishPhrase(doc, o)),
    obliques: draft.obliques.map((o) => finishOblique(doc, o)),
  };
}

const withOwner = (owner: GroupIndex | undefined): Pick<NounContext, 'owner'> => (owner === undefined ? {} : { owner });

export function finishNoun(
  doc: ChunkedDocument,
  draft: NounDraft | undefined,
  owner: GroupIndex | undefined,
): NounContext {
  return {
    obliques: (draft?.obliques ?? []).map((o) => finishOblique(doc, o)),
    appositions: draft?.appositions ?? [],
    complements: draft?.complements ?? [],
    ...(draft?.role ? { role: draft.role } : {}),
    ...withOwner(owner ?? draft?.owner),
  };
}
