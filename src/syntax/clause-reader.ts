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
import type { Item } from './items.ts';
import { finiteVerbFollows, finiteVerbLater, listEnd } from './lookahead.ts';
import { readVerbGroup } from './verb-group.ts';

/** A noun phrase that may still grow by conjuncts. */
interface DraftPhrase {
  groups: GroupIndex[];
}

interface DraftPredicate extends Omit<Predicate, 'subject' | 'objects' | 'obliques' | 'complements' | 'governor'> {
  subject?: DraftPhrase;
  objects: DraftPhrase[];
  obliques: { preposition: string; phrase: DraftPhrase }[];
  complements: ClauseComplement[];
  governor?: Governor;
}

/** A clause that has not ended yet. */
interface OpenClause {
  readonly kind: 'root' | 'subordinate' | 'complement' | 'relative' | 'reduced';
  readonly marker?: string;
  readonly governor?: Governor;
  subject?: DraftPhrase;
  /** Antecedent of a relative clause, for when no other subject comes. */
  antecedent?: DraftPhrase;
  verb?: PredicateIndex;
  fronted: { preposition: string; phrase: DraftPhrase }[];
  /** Speech verb whose subject follows it: "…," said Velayati. */
  inverted: boolean;
  /** Opened after a comma behind another clause: "…, Z said". */
  trailing: boolean;
}

interface NounDraft {
  obliques: { preposition: string; phrase: DraftPhrase }[];
  appositions: GroupIndex[];
  complements: ClauseComplement[];
  role?: NounContext['role'];
}

/** Verbs whose object (or "on X", "to X") does what the infinitive says: "urged Iran to stop", "called on Iran to stop". */
const OBJECT_CONTROL = new Set(
  (
    'urge ask call order tell force allow invite persuade press push warn advise encourage require permit enable help authorise authorize instruct command ' +
    'beg want expect request compel convince get cause lead appeal challenge oblige pressure pressurise pressurize prompt appoint send dispatch deploy ' +
    'remind direct exhort implore entreat entitle empower coerce nudge lobby admonish summon bar forbid train pay hire'
  ).split(' '),
);

const LATE_PARTICLES = new Set('up down off out back away over aside together apart in on'.split(' '));

/** Left-to-right reader; see `readClauses`. One instance reads a whole document. */
export class ClauseReader {
  readonly #doc: ChunkedDocument;
  readonly #speechVerbs: ReadonlySet<string>;
  readonly #predicates: DraftPredicate[] = [];
  readonly #nouns = new Map<GroupIndex, NounDraft>();

  // State of the sentence being read.
  #stack: OpenClause[] = [];
  #items: readonly Item[] = [];
  #sentence = 0;
  #quoted = false;
  #preposition: string | undefined;
  #comma = false;
  #conjunction = false;
  #last: DraftPhrase | undefined;
  /** Noun groups in an unbroken chain of prepositional phrases: later ones may belong to any of them. */
  #chain: GroupIndex[] = [];
  #skipUntil = 0;
  #at = 0;

  constructor(doc: ChunkedDocument, speechVerbs: ReadonlySet<string>) {
    this.#doc = doc;
    this.#speechVerbs = speechVerbs;
  }

  predicates(): Predicate[] {
    return this.#predicates.map(({ subject, objects, obliques, ...rest }) => ({
      ...rest,
      ...(subject ? { subject: this.#finish(subject) } : {}),
      objects: objects.map((o) => this.#finish(o)),
      obliques: obliques.map((o) => ({ preposition: o.preposition, phrase: this.#finish(o.phrase) })),
    }));
  }

  nounContext(group: GroupIndex): NounContext {
    const draft = this.#nouns.get(group);
    const obliques: Oblique[] = (draft?.obliques ?? []).map((o) => ({
      preposition: o.preposition,
      phrase: this.#finish(o.phrase),
    }));
    return {
      obliques,
      appositions: draft?.appositions ?? [],
      complements: draft?.complements ?? [],
      ...(draft?.role ? { role: draft.role } : {}),
    };
  }

  /** @returns whether a quotation is still open at the end of the sentence. */
  readSentence(sentence: number, items: readonly Item[], quoted: boolean): boolean {
    this.#stack = [newClause('root')];
    this.#items = items;
    this.#sentence = sentence;
    this.#quoted = quoted;
    this.#last = undefined;
    this.#skipUntil = 0;
    this.#resetJoint();
    this.#chain = [];
    items.forEach((item, i) => {
      if (i < this.#skipUntil) return;
      this.#at = i;
      if (item.kind === 'noun') this.#noun(item, i);
      else if (item.kind === 'verb') this.#verb(item, i);
      else this.#word(item, i);
    });
    return this.#quoted;
  }

  // ---------------------------------------------------------------- nouns

  #noun(item: Extract<Item, { kind: 'noun' }>, at: number): void {
    const top = this.#top();
    if (this.#preposition !== undefined) return this.#obliqueNoun(item, at);
    const joined = this.#last && (this.#conjunction || (this.#comma && listEnd(this.#items, at - 1) > at));
    if (joined && this.#last && !item.temporal && !this.#startsClause(at)) return this.#conjoin(item.group);
    const phrase: DraftPhrase = { groups: [item.group] };
    if (item.temporal) this.#temporal(phrase);
    else if (top.inverted && top.verb !== undefined && !this.#predicates[top.verb]?.subject)
      this.#setSubject(top.verb, phrase);
    else if (top.verb === undefined) this.#beforeVerb(top, phrase);
    else if (this.#startsClause(at)) this.#newSubject(phrase);
    else if (this.#comma && this.#last) return this.#apposition(item.group);
    else this.#object(top.verb, phrase);
    this.#last = item.temporal ? this.#last : phrase;
    this.#chain = item.temporal ? this.#chain : [item.group];
    this.#resetJoint();
  }

  #obliqueNoun(item: Extract<Item, { kind: 'noun' }>, at: number): void {
    const preposition = this.#preposition ?? '';
    const top = this.#top();
    const phrase: DraftPhrase = { groups: [item.group] };
    const oblique = { preposition, phrase };
    const targets = preposition === 'of' ? this.#chain.slice(-1) : this.#chain;
    for (const g of targets) this.#noun_(g).obliques.push(oblique);
    if (top.verb !== undefined) {
      this.#predicates[top.verb]?.obliques.push(oblique);
      this.#role(item.group, top.verb, 'oblique', preposition);
    } else if (!this.#last) top.fronted.push(oblique);
    this.#chain = [...this.#chain, item.group];
    // "between A and B", "with A and B": the conjunct that follows joins this phrase.
    if (!item.temporal) this.#last = phrase;
    this.#resetJoint();
    const end = listEnd(this.#items, at);
    if (end > at && !this.#startsClauseAfterList(end)) this.#takeList(phrase, at, end);
  }

  /** Takes the groups of "A, B and C" into one phrase and skips them. */
  #takeList(phrase: DraftPhrase, at: number, end: number): void {
    for (let i = at + 1; i <= end; i++) {
      const item = this.#items[i];
      if (item?.kind === 'noun') {
        phrase.groups.push(item.group);
        this.#chain = [...this.#chain, item.group];
      }
    }
    this.#skipUntil = end + 1;
  }

  #conjoin(group: GroupIndex): void {
    this.#last?.groups.push(group);
    this.#chain = [...this.#chain, group];
    const first = this.#last?.groups[0];
    const role = first === undefined ? undefined : this.#nouns.get(first)?.role;
    if (role) this.#noun_(group).role = role;
    this.#resetJoint();
  }

  #temporal(phrase: DraftPhrase): void {
    const top = this.#top();
    const oblique = { preposition: '', phrase };
    if (top.verb === undefined) top.fronted.push(oblique);
    else this.#predicates[top.verb]?.obliques.push(oblique);
  }

  /** A noun group in a clause whose verb has not come: its subject, or an apposition to it. */
  #beforeVerb(top: OpenClause, phrase: DraftPhrase): void {
    const group = phrase.groups[0];
    if (top.subject && this.#comma && this.#last && group !== undefined) {
      const head = this.#last.groups[0];
      if (head !== undefined) this.#noun_(head).appositions.push(group);
      return;
    }
    top.subject = phrase;
  }

  #apposition(group: GroupIndex): void {
    const head = this.#last?.groups.at(-1);
    if (head !== undefined) this.#noun_(head).appositions.push(group);
    this.#chain = [group];
    this.#resetJoint();
  }

  #object(verb: PredicateIndex, phrase: DraftPhrase): void {
    this.#predicates[verb]?.objects.push(phrase);
    for (const g of phrase.groups) this.#role(g, verb, 'object');
  }

  /** "X did Y, [Z] said", "said [Z] can play": the noun opens a clause of its own. */
  #newSubject(phrase: DraftPhrase): void {
    const top = this.#top();
    const verb = top.verb === undefined ? undefined : this.#predicates[top.verb];
    const saysQuote =
      verb && this.#speechVerbs.has(verb.lemma) && this.#quoted && !verb.quoted && verb.complements.length === 0;
    const contact =
      (saysQuote || (!this.#comma && !this.#conjunction)) &&
      verb &&
      top.verb !== undefined &&
      (saysQuote || verb.objects.length === 0);
    if (contact && top.verb !== undefined) {
      this.#push({
        ...newClause('complement'),
        subject: phrase,
        governor: { predicate: top.verb, relation: 'complement' },
      });
    } else if (!this.#comma && !this.#conjunction && this.#last) {
      this.#push({ ...newClause('relative'), subject: phrase });
    } else {
      const keep = this.#conjunction ? this.#stack.slice(0, -1) : [];
      const governor = this.#conjunction ? top.governor : undefined;
      this.#stack = [
        ...keep,
        {
          ...newClause(keep.length ? top.kind : 'root'),
          subject: phrase,
          trailing: this.#comma && !this.#conjunction,
          ...(governor ? { governor } : {}),
        },
      ];
    }
  }

  #startsClause(at: number): boolean {
    return finiteVerbFollows(this.#doc, this.#items, at) && this.#awaiting() === undefined;
  }

  #startsClauseAfterList(end: number): boolean {
    return (
      this.#top().verb !== undefined && this.#awaiting() === undefined && finiteVerbFollows(this.#doc, this.#items, end)
    );
  }

  // ---------------------------------------------------------------- verbs

  #verb(item: Extract<Item, { kind: 'verb' }>, at: number): void {
    const group = this.#doc.groups[item.group] as Group;
    const reading = readVerbGroup(this.#doc, group);
    const adjective = reading.copula ? this.#adjectiveAfter(at) : undefined;
    const { copula: _, ...verb } = reading;
    const index = this.#predicates.length;
    const head = adjective ? adjective.start : verb.head;
    this.#predicates.push({
      ...verb,
      sentence: this.#sentence,
      pos: adjective ? 'adjective' : 'verb',
      head,
      span: adjective ? { start: verb.span.start, end: adjective.start + 1 } : verb.span,
      lemma: adjective ? (this.#doc.morphology[head]?.lemma.toLowerCase() ?? '') : verb.lemma,
      objects: [],
      obliques: [],
      complements: [],
      quoted: this.#quoted,
    });
    if (this.#isMistaggedPast(index, at)) {
      Object.assign(this.#predicates[index] ?? {}, { form: 'finite', voice: 'active', tense: 'past' });
      this.#finite(index, at);
    } else if (verb.form === 'finite' && !this.#isReducedPast(index, at)) this.#finite(index, at);
    else if (verb.form === 'infinitive') this.#infinitive(index);
    else this.#participle(index);
    this.#chain = [];
    this.#resetJoint();
  }

  /** "militants backed by Turkey": a past form right after its noun with "by" behind it is a participle, whatever the tagger says. */
  #isReducedPast(index: PredicateIndex, at: number): boolean {
    const next = this.#items[at + 1];
    const verb = this.#predicates[index];
    const byFollows =
      next?.kind === 'word' && next.text === 'by' && verb?.tense === 'past' && verb.span.end - verb.span.start === 1;
    return !!byFollows && this.#doc.morphology[verb.head]?.xpos === 'VBD' && this.#top().verb !== undefined;
  }

  /** "The delegation blamed/VBN the opposition": a bare participle that is the only verb its subject can have is a past tense. */
  #isMistaggedPast(index: PredicateIndex, at: number): boolean {
    const verb = this.#predicates[index];
    const waiting = this.#awaiting();
    if (
      verb?.form !== 'participle' ||
      verb.span.end - verb.span.start > 1 ||
      !waiting ||
      this.#preposition !== undefined
    )
      return false;
    if (/(?:en|wn|un|gone|done|been)$/.test(this.#doc.tokens[verb.head]?.text.toLowerCase() ?? '')) return false;
    const next = this.#items[at + 1];
    if (next?.kind === 'word' && next.text === 'by') return false;
    if (next?.kind === 'noun' && !next.temporal) return true;
    return !finiteVerbLater(this.#doc, this.#items, at + 1);
  }

  #adjectiveAfter(at: number): Item | undefined {
    for (let i = at + 1; i < Math.min(at + 4, this.#items.length); i++) {
      const item = this.#items[i];
      if (item?.kind !== 'word') return undefined;
      if (item.role === 'adjective') return item;
      if (item.role !== 'adverb' && item.role !== 'other') return undefined;
    }
    return undefined;
  }

  #finite(index: PredicateIndex, at: number): void {
    const waiting = this.#awaiting();
    if (waiting && !(this.#conjunction && this.#top().verb !== undefined && waiting.kind === 'root')) {
      while (this.#top() !== waiting) this.#stack.pop();
      return this.#attach(waiting, index);
    }
    const top = this.#top();
    const previous = top.verb === undefined ? undefined : this.#predicates[top.verb];
    if (this.#isInvertedSpeech(index, at)) {
      this.#stack = [{ ...newClause('root'), verb: index, inverted: true }];
      return this.#adoptSpeech(index);
    }
    if (this.#conjunction || (this.#comma && previous)) return this.#coordinate(index);
    // "said [the talks] would go on": the object was the subject of a clause that no "that" opened.
    const stolen = previous?.objects.pop();
    if (stolen && top.verb !== undefined) {
      this.#push({
        ...newClause('complement'),
        subject: stolen,
        governor: { predicate: top.verb, relation: 'complement' },
      });
      return this.#attach(this.#top(), index);
    }
    if (this.#last && top.verb !== undefined) {
      this.#stack = [{ ...newClause('root'), subject: this.#last }];
      return this.#attach(this.#top(), index);
    }
    this.#attach(top, index);
  }

  /** "…," said Velayati / "…" Velayati told Sputnik. */
  #isInvertedSpeech(index: PredicateIndex, at: number): boolean {
    const verb = this.#predicates[index];
    const next = this.#items[at + 1];
    return (
      !!verb &&
      this.#speechVerbs.has(verb.lemma) &&
      this.#comma &&
      next?.kind === 'noun' &&
      this.#top().verb !== undefined
    );
  }

  #coordinate(index: PredicateIndex): void {
    while (this.#stack.length > 1 && this.#top().verb === undefined) this.#stack.pop();
    const top = this.#top();
    const first = top.verb;
    const draft = this.#predicates[index];
    if (first === undefined || !draft) return this.#attach(top, index);
    const subject = this.#predicates[first]?.subject ?? top.subject;
    if (subject) draft.subject = subject;
    draft.governor = { predicate: first, relation: 'coordinate' };
    top.verb = index;
  }

  #infinitive(index: PredicateIndex): void {
    const top = this.#top();
    const draft = this.#predicates[index];
    if (!draft) return;
    // "its decision to attack": the noun takes the clause too, the verb may.
    if (this.#chain.length)
      for (const g of this.#chain) this.#noun_(g).complements.push({ form: 'to', predicate: index });
    if (top.verb === undefined) {
      if (top.subject && this.#chain.length) draft.subject = top.subject;
      this.#push({ ...newClause('reduced'), verb: index });
      return;
    }
    this.#predicates[top.verb]?.complements.push({ form: 'to', predicate: index });
    draft.governor = { predicate: top.verb, relation: this.#conjunction ? 'coordinate' : 'complement', marker: 'to' };
    const subject = this.#controller(top.verb);
    if (subject) draft.subject = subject;
    this.#push({ ...newClause('complement'), verb: index, governor: draft.governor });
  }

  /** The object controls where there is one ("urged Iran to stop"), else the subject ("agreed to stop"). */
  #controller(verb: PredicateIndex): DraftPhrase | undefined {
    const draft = this.#predicates[verb];
    if (!draft) return undefined;
    if (draft.voice === 'passive') return draft.subject;
    if (!OBJECT_CONTROL.has(draft.lemma)) return draft.subject;
    const oblique = draft.obliques.find(
      (o) => o.preposition === 'on' || o.preposition === 'to' || o.preposition === 'for',
    );
    return draft.objects[0] ?? oblique?.phrase ?? draft.subject;
  }

  /** Gerunds and participles: complement of a preposition or verb, reduced relative clause, or adverbial clause after a comma. */
  #participle(index: PredicateIndex): void {
    const draft = this.#predicates[index];
    const top = this.#top();
    if (!draft) return;
    const main = top.verb === undefined ? undefined : this.#predicates[top.verb];
    if (this.#preposition !== undefined && main && top.verb !== undefined) {
      const complement: ClauseComplement = { form: 'ing', preposition: this.#preposition, predicate: index };
      main.complements.push(complement);
      for (const g of this.#chain) this.#noun_(g).complements.push(complement);
      draft.governor = { predicate: top.verb, relation: 'complement', marker: this.#preposition };
      const subject =
        main.objects[0] && ['of', 'from', 'for', 'into'].includes(this.#preposition) && main.voice === 'active'
          ? main.objects[0]
          : main.subject;
      if (subject) draft.subject = subject;
    } else if (this.#last && !this.#comma && !this.#conjunction && this.#chain.length) {
      if (top.verb !== undefined) draft.governor = { predicate: top.verb, relation: 'relative' };
      draft.subject = this.#last;
    } else if (main && top.verb !== undefined && !this.#comma && !this.#conjunction && draft.form === 'gerund') {
      main.complements.push({ form: 'ing', predicate: index });
      draft.governor = { predicate: top.verb, relation: 'complement' };
      if (main.subject) draft.subject = main.subject;
    } else if (main && top.verb !== undefined) {
      draft.governor = { predicate: top.verb, relation: this.#conjunction ? 'coordinate' : 'adverbial' };
      const subject = this.#conjunction ? main.subject : (this.#rootSubject() ?? main.subject);
      if (subject) draft.subject = subject;
    } else if (this.#last && this.#chain.length) draft.subject = this.#last;
    this.#push({ ...newClause('reduced'), verb: index });
  }

  #rootSubject(): DraftPhrase | undefined {
    const root = this.#stack.find((c) => c.verb !== undefined);
    return root?.verb === undefined ? undefined : this.#predicates[root.verb]?.subject;
  }

  #attach(clause: OpenClause, index: PredicateIndex): void {
    const draft = this.#predicates[index];
    if (!draft) return;
    clause.verb = index;
    const subject = clause.subject ?? clause.antecedent;
    if (subject) this.#setSubject(index, subject);
    if (clause.subject && clause.antecedent && clause.kind === 'relative') draft.objects.push(clause.antecedent);
    draft.obliques.push(...clause.fronted);
    if (clause.governor) {
      draft.governor = clause.governor;
      if (clause.governor.relation === 'complement') {
        this.#predicates[clause.governor.predicate]?.complements.push({ form: 'that', predicate: index });
      }
    }
    if (clause.kind === 'root' && clause.trailing && this.#speechVerbs.has(draft.lemma) && !this.#takesClause())
      this.#adoptSpeech(index);
  }

  /** "Z said that …", "Z said Iran …": what is said comes behind. */
  #takesClause(): boolean {
    const next = this.#items[this.#at + 1];
    return (
      (next?.kind === 'word' && next.role === 'subordinator') ||
      (next?.kind === 'noun' && finiteVerbFollows(this.#doc, this.#items, this.#at + 1))
    );
  }

  /** "X did Y, Z said": the clauses before are what Z said. */
  #adoptSpeech(index: PredicateIndex): void {
    for (let i = index - 1; i >= 0 && this.#predicates[i]?.sentence === this.#sentence; i--) {
      const draft = this.#predicates[i];
      if (draft && !draft.governor) draft.governor = { predicate: index, relation: 'speech' };
    }
  }

  #setSubject(verb: PredicateIndex, phrase: DraftPhrase): void {
    const draft = this.#predicates[verb];
    if (draft) draft.subject = phrase;
    if (draft && this.#isNegativeSubject(phrase)) Object.assign(draft, { negated: true });
    for (const g of phrase.groups) this.#role(g, verb, 'subject');
  }

  /** "No state supported …", "Neither France nor Britain …". */
  #isNegativeSubject(phrase: DraftPhrase): boolean {
    const g = this.#doc.groups[phrase.groups[0] ?? -1];
    const word = (i: number): string => this.#doc.tokens[i]?.text.toLowerCase() ?? '';
    return !!g && (word(g.start) === 'no' || word(g.start) === 'neither' || word(g.start - 1) === 'neither');
  }

  // ---------------------------------------------------------------- words

  #word(item: Extract<Item, { kind: 'word' }>, at: number): void {
    switch (item.role) {
      case 'preposition':
        if (this.#isLateParticle(item.text, at)) return;
        this.#preposition = item.text;
        return;
      case 'adverb':
        this.#isLateParticle(item.text, at);
        return;
      case 'comma':
        this.#closeAtComma();
        this.#comma = true;
        this.#preposition = undefined;
        return;
      case 'conjunction':
        this.#conjunction = true;
        return;
      case 'relative':
        return this.#isSaidThat(item.text) ? this.#subordinate('that', at) : this.#relative(item.text);
      case 'subordinator':
        return this.#subordinate(item.text, at);
      case 'quote':
        this.#quoted = /[“"]/.test(item.text)
          ? item.text === '"'
            ? !this.#quoted
            : true
          : /[”]/.test(item.text)
            ? false
            : this.#quoted;
        return;
      case 'stop':
        this.#stack = [newClause('root')];
        this.#last = undefined;
        this.#chain = [];
        return this.#resetJoint();
      default:
        return;
    }
  }

  /** "turned the offer [down]", "called the talks [off]": sets the particle of the verb before. */
  #isLateParticle(text: string, at: number): boolean {
    const { verb } = this.#top();
    const draft = verb === undefined ? undefined : this.#predicates[verb];
    if (!draft || draft.particle || draft.objects.length === 0 || !LATE_PARTICLES.has(text)) return false;
    const next = this.#items[at + 1];
    if (
      next &&
      !(next.kind === 'word' && ['preposition', 'comma', 'stop', 'conjunction', 'other', 'quote'].includes(next.role))
    )
      return false;
    Object.assign(draft, { particle: text });
    return true;
  }

  /** "said on Tuesday that X …", "told reporters in Ankara that X …": "that" with a clause behind it, after a verb of saying, opens what is said. */
  #isSaidThat(text: string): boolean {
    const { verb } = this.#top();
    const draft = verb === undefined ? undefined : this.#predicates[verb];
    if (text !== 'that' || !draft || !this.#speechVerbs.has(draft.lemma)) return false;
    const next = this.#items[this.#at + 1];
    const clauseNext = next?.kind === 'noun' && finiteVerbFollows(this.#doc, this.#items, this.#at + 1);
    return draft.objects.length === 0 || (clauseNext && !draft.complements.some((c) => c.form === 'that'));
  }

  #relative(text: string): void {
    const verb = this.#top().verb;
    const antecedent = this.#last;
    const adverbial = text === 'when' || text === 'where' || text === 'why' || text === 'how';
    this.#push({
      ...newClause(adverbial ? 'subordinate' : 'relative'),
      marker: text,
      ...(antecedent && !adverbial ? { antecedent } : {}),
      ...(verb === undefined
        ? {}
        : { governor: { predicate: verb, relation: adverbial ? 'adverbial' : 'relative', marker: text } as const }),
    });
    this.#resetJoint();
  }

  #subordinate(text: string, at: number): void {
    const next = this.#items[at + 1];
    const nounNext = next?.kind === 'noun' && !finiteVerbFollows(this.#doc, this.#items, at + 1);
    if (text !== 'that' && ((next?.kind === 'verb' && text !== 'if' && text !== 'to') || nounNext)) {
      this.#preposition = text;
      return;
    }
    const verb = this.#top().verb;
    const afterNoun = this.#chain.length > 0 && this.#last && text === 'that' && next?.kind === 'verb';
    const relation = text === 'that' && !afterNoun ? 'complement' : afterNoun ? 'relative' : 'adverbial';
    this.#push({
      ...newClause(afterNoun ? 'relative' : text === 'that' ? 'complement' : 'subordinate'),
      marker: text,
      ...(afterNoun && this.#last ? { antecedent: this.#last } : {}),
      ...(verb === undefined ? {} : { governor: { predicate: verb, relation, marker: text } as const }),
    });
    this.#chain = [];
    this.#resetJoint();
  }

  /** A comma ends relative and reduced clauses, and a fronted subordinate clause. */
  #closeAtComma(): void {
    while (
      this.#stack.length > 1 &&
      this.#top().verb !== undefined &&
      this.#stack.some((c) => c !== this.#top() && c.verb === undefined)
    ) {
      this.#stack.pop();
    }
  }

  // ---------------------------------------------------------------- state

  #top(): OpenClause {
    return this.#stack.at(-1) as OpenClause; // never empty: the root clause stays
  }

  /** The innermost open clause that has a subject or antecedent and no verb yet. */
  #awaiting(): OpenClause | undefined {
    return this.#stack.findLast((c) => c.verb === undefined && (c.subject || c.antecedent));
  }

  #push(clause: OpenClause): void {
    this.#stack.push(clause);
  }

  #noun_(group: GroupIndex): NounDraft {
    const found = this.#nouns.get(group);
    if (found) return found;
    const fresh: NounDraft = { obliques: [], appositions: [], complements: [] };
    this.#nouns.set(group, fresh);
    return fresh;
  }

  #role(
    group: GroupIndex,
    predicate: PredicateIndex,
    slot: 'subject' | 'object' | 'oblique',
    preposition?: string,
  ): void {
    this.#noun_(group).role ??= { predicate, slot, ...(preposition === undefined ? {} : { preposition }) };
  }

  #resetJoint(): void {
    this.#preposition = undefined;
    this.#comma = false;
    this.#conjunction = false;
  }

  #finish(phrase: DraftPhrase): NounPhrase {
    const first = this.#doc.groups[phrase.groups[0] ?? -1] as Group;
    const last = this.#doc.groups[phrase.groups.at(-1) ?? -1] as Group;
    return { groups: phrase.groups, head: first.head, span: { start: first.start, end: last.end } };
  }
}

const newClause = (kind: OpenClause['kind']): OpenClause => ({ kind, fronted: [], inverted: false, trailing: false });
