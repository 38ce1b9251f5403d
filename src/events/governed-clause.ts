import { NOWHERE } from '../base/nowhere.ts';
import type { ModalEffect, ModalityWord } from '../knowledge/knowledge.ts';
import type { Governor, Predicate } from '../syntax/clause.ts';
import { keyOf } from './attribution.ts';
import type { Reading } from './reading.ts';

/** Governing verbs, adjectives and nouns by lemma (with particle). */
type Governors = ReadonlyMap<string, readonly ModalityWord[]>;

/** "decided [against] sending", "refrained [from] sending", "left [without] meeting". */
const DENYING = new Set(['against', 'from', 'without', 'instead of', 'rather than', 'short of']);
/** "spoke [of] sending", "wary [of] sending", "doubts [about] sending", "the price [of] attacking": talked or thought about, not done. */
const PONDERING = new Set(['about', 'over', 'of', 'on', 'to', 'toward', 'towards']);

/** "guilty [of] breaking", "proud [of] having freed": what these speak of was done. */
const FACTIVE = new Set(['guilty', 'convict', 'proud', 'tired', 'ashamed', 'boast', 'consist']);

/** What a preposition alone says of the act behind it, where no listed verb or noun tells more; undefined when it leaves it a fact ("thanked for sending"). */
export function gerundEffect(governor: string, preposition: string | undefined): ModalEffect | undefined {
  if (preposition === undefined || FACTIVE.has(governor)) return undefined;
  if (DENYING.has(preposition)) return 'negated';
  return PONDERING.has(preposition) ? 'hypothetical' : undefined;
}

/** "ruled out [sending]": a gerund without a preposition that the parser hung on beside the verb. */
export const isLooseGerund = (above: Predicate, p: Predicate, governor: Governor, governors: Governors): boolean =>
  governor.relation === 'adverbial' &&
  governor.marker === undefined &&
  p.form === 'gerund' &&
  p.span.start - above.span.end <= 1 &&
  (governors.get(keyOf(above)) ?? []).some((w) => w.takes.includes('ing'));

/** The clause belongs to a noun of which the lexicon says what it does ("plans for sending"). */
export function nounTells(reading: Reading, p: Predicate, governors: Governors, shape: 'to' | 'ing' = 'ing'): boolean {
  const group = reading.index.nounOver(reading.index.indexOf(p));
  const head = reading.doc.groups[group ?? NOWHERE]?.head;
  const words = head === undefined ? [] : (governors.get(reading.lemma(head)) ?? []);
  return words.some((w) => w.pos === 'n' && (shape === 'ing' || w.takes.includes(shape)));
}

const DECLARING = new Set(
  (
    'adopt affirm announce approve confirm convey declare disclose express give have make outline present proclaim reaffirm reiterate renew repeat ' +
    'restate reveal signal state stress underline underscore unveil voice'
  ).split(' '),
);

/** "announced plans to send", "renewed its pledge to send": who says what he means to do; "condemned the plan to send" says it of others. */
export const isDeclared = (reading: Reading, above: Predicate, p: Predicate, governors: Governors): boolean =>
  DECLARING.has(above.lemma) && nounTells(reading, p, governors, 'to');

/** "is [going] to give", "is [due] to visit", where no group holds the words together. */
export function goingTo(
  reading: Reading,
  above: Predicate,
  p: Predicate,
  governors: Governors,
): readonly ModalityWord[] {
  if (above.lemma !== 'be' && above.lemma !== 'go') return [];
  const word = reading.doc.tokens[p.head - 2]?.text.toLowerCase() ?? '';
  return reading.doc.tokens[p.head - 1]?.text === 'to' ? (governors.get(word) ?? []) : [];
}

/** "has [yet to] answer" */
export function isYetTo(reading: Reading, p: Predicate): boolean {
  const words = reading.doc.tokens.slice(p.span.start - 1, p.span.end).map((t) => t.text.toLowerCase());
  return words.includes('yet') && words.includes('to');
}

/** "It was [not until] Monday that Vanuatu agreed": it did. */
export const isNotUntil = (reading: Reading, p: Predicate): boolean =>
  p.lemma === 'be' && ['until', 'till'].includes(reading.doc.tokens[p.span.end]?.text.toLowerCase() ?? '');

/** "insisted that it [would] not leave": a claim about what is or will be, and no demand. */
export function isInsistedFact({ doc }: Reading, above: Predicate, p: Predicate): boolean {
  if (above.lemma !== 'insist') return false;
  if (p.modal) return /^(?:will|would|wo|can|could|may|might)$/.test(p.modal);
  return p.voice === 'active' && doc.tokens[p.head]?.text.toLowerCase() !== p.lemma;
}

/** "Students torched a bus [to protest] the raid": what people do for a protest is the protest; states write and summon. */
export function isProtestItself(reading: Reading, above: Predicate, p: Predicate): boolean {
  if (p.lemma !== 'protest' && p.lemma !== 'demonstrate') return false;
  const kind = reading.mentionAt(above.subject?.head ?? -1)?.kind;
  return !!above.subject && kind !== 'country' && kind !== 'person';
}

const RANKS = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth last latest only newest'.split(' '),
);

/** "was the [first] state to recognise Kosovo", "was the [first] to": as many have done so, it did. */
export function isRanked(reading: Reading, above: Predicate, p: Predicate): boolean {
  if (!['be', 'become'].includes(above.lemma)) return false;
  const { doc } = reading;
  const group = reading.index.groupsIn(p.sentence).find((g) => doc.groups[g]?.end === p.span.start);
  const { start, head } = doc.groups[group ?? NOWHERE] ?? { start: 0, head: 0 };
  return doc.tokens.slice(start, head + 1).some((t) => RANKS.has(t.text.toLowerCase()));
}

const COMMUNICATING = new Set('cable call contact phone ring telephone text write'.split(' '));
const SPEECH_ACTS = new Set(
  (
    'apologise apologize appeal ask assure beg commend complain condemn condole congratulate convey demand express invite offer praise protest ' +
    'reassure request thank urge warn wish'
  ).split(' '),
);

/** "called him [to congratulate] him", "wrote to Fiji [to protest]": what is done by talking is done by the call. */
export const isSaidThereby = (above: Predicate, p: Predicate): boolean =>
  p.form === 'infinitive' && COMMUNICATING.has(above.lemma) && SPEECH_ACTS.has(p.lemma);

const SPENDING = new Set(
  'airlift bake build buy collect cook dispatch donate earmark fly fund give launch lend mobilise mobilize organise organize purchase raise rush sell send ship spend volunteer'.split(
    ' ',
  ),
);
const HELPING = new Set('aid assist feed help rescue shelter'.split(' '));

/** "bought rum [to help] Lithuania", "raised a million [to feed] the refugees": what is given away for somebody helps him, as far as it is given away. */
export const isHelpItself = (above: Predicate, p: Predicate): boolean =>
  p.form === 'infinitive' &&
  HELPING.has(p.lemma) &&
  SPENDING.has(above.lemma) &&
  above.voice === 'active' &&
  above.objects.length > 0 &&
  p.subject?.head === above.subject?.head;

const INVERTED = new Set(['had', 'were', 'should']);

/** "[Had] Kenya attacked Somalia, the union would have met": a condition without "if". */
export function isInverted(reading: Reading, p: Predicate): boolean {
  const { doc } = reading;
  const start = doc.sentences[p.sentence]?.start ?? -1;
  if (!INVERTED.has(doc.tokens[start]?.text.toLowerCase() ?? '') || p.subject?.span.start !== start + 1) return false;
  return doc.tokens.slice(start, p.span.start).every((t) => t.text !== ',');
}

/** "is [scheduled] to visit": a passive that the lexicon writes with "be"; behind a comma stands a purpose. */
export function passiveWord(
  { doc }: Reading,
  { voice, span }: Predicate,
  inner: Predicate,
  governors: Governors,
): readonly ModalityWord[] | undefined {
  if (voice !== 'passive' || doc.tokens[inner.span.start - 1]?.text === ',') return undefined;
  return governors.get(doc.tokens[span.end - 1]?.text.toLowerCase() ?? '');
}
