import type { ChunkedDocument } from '../model/document.ts';
import type { Predicate } from './clause.ts';

/** Speech without quotation marks: from which token on a sentence is somebody's words, and the verb that says whose. */
export interface UnquotedSpeech {
  readonly from: number;
  readonly verb: Predicate;
  /** Word for word, behind a colon; else in reported form. */
  readonly direct: boolean;
}

const SAYING = new Set('say add write tell state declare continue note stress tweet'.split(' '));

/** Forms in which a speech is told on without saying so again: "He said … Mali [would] leave. Chad [was arming] rebels." */
const TOLD_ON = new Set(['would', 'should', 'must', 'could', 'might']);

/**
 * Sentences that are speech though nothing quotes them: what stands behind "X said:", and the sentences after that in its paragraph; after
 * "…, he said." those in reported form.
 */
export function findUnquotedSpeech(
  doc: ChunkedDocument,
  predicates: readonly Predicate[],
): ReadonlyMap<number, UnquotedSpeech> {
  const found = new Map<number, UnquotedSpeech>();
  const bySentence = new Map<number, Predicate[]>();
  for (const p of predicates) bySentence.set(p.sentence, [...(bySentence.get(p.sentence) ?? []), p]);
  doc.sentences.forEach(({ start, paragraph }, sentence) => {
    const own = bySentence.get(sentence) ?? [];
    const opened = opening(doc, own);
    if (opened) found.set(sentence, opened);
    if (
      opened ||
      doc.sentences[sentence - 1]?.paragraph !== paragraph ||
      own.some((p) => isSaying(p) && !isFirstPerson(doc, p))
    )
      return;
    const before = found.get(sentence - 1);
    const verb = before?.verb ?? (bySentence.get(sentence - 1) ?? []).findLast((p) => isSaying(p));
    const direct = before?.direct ?? false;
    if (verb && (direct || isToldOn(doc, own))) found.set(sentence, { from: start, verb, direct });
  });
  return found;
}

const isSaying = (p: Predicate): boolean =>
  !p.quoted && p.form === 'finite' && p.subject !== undefined && !p.negated && SAYING.has(p.lemma);

/** "I have told them …" is part of what is said. */
const isFirstPerson = (doc: ChunkedDocument, { subject }: Predicate): boolean =>
  /^(?:i|we)$/i.test(doc.tokens[subject?.head ?? -1]?.text ?? '');

/** "The minister said: we will not wait." */
function opening(doc: ChunkedDocument, own: readonly Predicate[]): UnquotedSpeech | undefined {
  for (const verb of own) {
    const end = doc.sentences[verb.sentence]?.end ?? 0;
    for (let i = verb.span.end; isSaying(verb) && i < Math.min(end, verb.span.end + REACH); i++) {
      if (doc.tokens[i]?.text === ':')
        return i + 1 < end && !isMark(doc, i + 1) ? { from: i + 1, verb, direct: true } : undefined;
    }
  }
  return undefined;
}

/** Words between a verb of saying and its colon: "said in a statement on Monday:". */
const REACH = 10;

const isMark = (doc: ChunkedDocument, i: number): boolean => /^["“”'‘’]/.test(doc.tokens[i]?.text ?? '');

function isToldOn(doc: ChunkedDocument, own: readonly Predicate[]): boolean {
  const main = own.find((p) => p.form === 'finite' && !p.governor);
  if (!main || main.quoted) return false;
  const words = doc.tokens.slice(main.span.start, main.head).map((t) => t.text.toLowerCase());
  const progressive = words.some((w) => w === 'was' || w === 'were') && doc.morphology[main.head]?.xpos === 'VBG';
  return progressive || TOLD_ON.has(main.modal ?? '');
}
