import type { DraftPhrase, DraftPredicate } from './drafts.ts';

/** Verbs whose object (or "on X", "to X") does what the infinitive says: "urged Iran to stop", "called on Iran to stop". */
const OBJECT_CONTROL: ReadonlySet<string> = new Set(
  (
    'urge ask call order tell force allow invite persuade press push warn advise encourage require permit enable help authorise authorize instruct command ' +
    'beg want expect request compel convince get cause lead appeal challenge oblige pressure pressurise pressurize prompt appoint send dispatch deploy ' +
    'let make have help see watch hear remind direct exhort implore entreat entitle empower coerce nudge lobby admonish summon bar forbid train pay hire'
  ).split(' '),
);

/** Prepositions by which the object, not the subject, does what the gerund says: "accused Iran of arming". */
export const OBJECT_GERUND: ReadonlySet<string> = new Set(['of', 'from', 'for', 'into']);

/** Verbs that take a receiver and a thing without a preposition. */
export const GIVES: ReadonlySet<string> = new Set(
  'give grant award offer send deny show teach pay owe lend hand promise pledge allow assign guarantee issue serve deal cost'.split(
    ' ',
  ),
);

/** What one says by calling somebody: "called him to thank him". */
const SPEECH_ACTS: ReadonlySet<string> = new Set(
  (
    'apologise apologize ask assure brief commend complain condole congratulate convey discuss express inform invite offer praise protest reassure ' +
    'tell thank urge warn wish'
  ).split(' '),
);

/** The object controls where there is one ("urged Iran to stop"), else the subject ("agreed to stop"). */
export function controllerOf(verb: DraftPredicate, infinitive = ''): DraftPhrase | undefined {
  if (verb.voice === 'passive' || !OBJECT_CONTROL.has(verb.lemma)) return verb.subject;
  if (verb.lemma === 'call' && SPEECH_ACTS.has(infinitive) && verb.objects.length > 0) return verb.subject;
  const oblique = verb.obliques.find((o) => ['on', 'to', 'for'].includes(o.preposition));
  return verb.objects[0] ?? oblique?.phrase ?? verb.subject;
}
