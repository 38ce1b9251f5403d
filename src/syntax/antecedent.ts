import { NOWHERE } from '../base/nowhere.ts';
import type { ChunkedDocument, TaggedDocument } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import type { DraftPhrase, DraftPredicate, OpenClause } from './drafts.ts';
import type { ReaderState } from './reader-state.ts';

type Number = 'singular' | 'plural';

/** Nouns that "who" may stand for, by their form or as such. */
const PERSON =
  /(?:er|or|ist|ian|ee|man|men|woman|women|people|official|diplomat|militant|rebel|president|chief|envoy|civilian|protester|troop|ally|allies|child|children|guest|hostage|suspect|student|resident|victim|those|anyone|someone|everyone)s?$/i;

/**
 * The noun that a relative clause describes: the nearest one that agrees with its verb in number ("officials in the capital [who were]"),
 * and for "who" one that may be a person.
 */
export function chooseAntecedent(s: ReaderState, clause: OpenClause, verb: DraftPredicate): DraftPhrase | undefined {
  const candidates = clause.candidates ?? [];
  if (!clause.antecedent || candidates.length < 2) return clause.antecedent;
  const wanted = verbNumber(s.doc, verb.span.start);
  const numbered = candidates.filter((c) => !wanted || phraseNumber(s, c) === wanted);
  // A clause that no comma parts from its noun doesn't describe a name: "the attack in [Quetta] which killed".
  const common = clause.afterComma ? numbered : numbered.filter((c) => !isName(s, c));
  const agreeing = common.length > 0 ? common : numbered;
  const person = clause.marker === 'who' ? agreeing.findLast((c) => isPerson(s, c)) : undefined;
  return person ?? agreeing.at(-1) ?? clause.antecedent;
}

const isName = (s: ReaderState, phrase: DraftPhrase): boolean =>
  s.doc.morphology[s.doc.groups[phrase.groups[0]]?.head ?? NOWHERE]?.upos === 'PROPN';

/** A name, a pronoun or a noun that may be a person. */
export function mayAct(doc: ChunkedDocument, phrase: DraftPhrase): boolean {
  const head = doc.groups[phrase.groups[0]]?.head ?? -1;
  return doc.morphology[head]?.upos !== 'NOUN' || PERSON.test(doc.tokens[head]?.text ?? '');
}

function isPerson(s: ReaderState, phrase: DraftPhrase): boolean {
  const head = s.doc.groups[phrase.groups[0]]?.head ?? -1;
  return PERSON.test(s.doc.tokens[head]?.text ?? '');
}

const phraseNumber = (s: ReaderState, phrase: DraftPhrase): Number =>
  phrase.groups.length > 1 ? 'plural' : nounNumber(s.doc, s.doc.groups[phrase.groups[0]]?.head ?? -1);

/** Number of a noun or pronoun by its tag and form. */
export function nounNumber(doc: TaggedDocument, head: TokenIndex): Number {
  const text = doc.tokens[head]?.text.toLowerCase() ?? '';
  const xpos = doc.morphology[head]?.xpos ?? '';
  return xpos === 'NNS' || xpos === 'NNPS' || /^(?:they|we|these|those|people|many|some|all|both|several)$/.test(text)
    ? 'plural'
    : 'singular';
}

/** Number that a finite form asks of its subject, if it does. */
export function verbNumber(doc: TaggedDocument, token: TokenIndex): Number | undefined {
  const word = doc.tokens[token]?.text.toLowerCase() ?? '';
  if (word === 'were') return 'plural';
  if (word === 'was') return 'singular';
  const xpos = doc.morphology[token]?.xpos;
  return xpos === 'VBZ' ? 'singular' : xpos === 'VBP' ? 'plural' : undefined;
}

/** The place that the antecedent has in a relative clause with a subject of its own: "the pact [they] signed", "in which", "the bloc it belongs to". */
export function fillGap(s: ReaderState, clause: OpenClause, verb: DraftPredicate, antecedent: DraftPhrase): void {
  const next = s.items[s.at + 1];
  const after = s.items[s.at + 2];
  if (clause.preposition !== undefined) verb.obliques.push({ preposition: clause.preposition, phrase: antecedent });
  else if (verb.pos === 'adjective' || verb.voice === 'passive' || s.doc.morphology[verb.head]?.upos === 'AUX') return;
  else if (next?.kind === 'word' && next.role === 'preposition' && after?.kind !== 'noun' && after?.kind !== 'verb') {
    verb.obliques.push({ preposition: next.text, phrase: antecedent });
  } else if (next?.kind === 'verb') clause.gap = antecedent;
  else if (next?.kind !== 'noun' || next.temporal) verb.objects.push(antecedent);
}
