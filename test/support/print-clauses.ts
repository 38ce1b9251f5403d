import type { ChunkedDocument } from '../../src/model/document.ts';
import type { ClauseStructure, NounPhrase, Predicate } from '../../src/syntax/clause.ts';

/**
 * One line a predicate, for expected values that can be read:
 * `not expel_out passive | S envoy+consul | O visa | by Iran; in Cairo | to stop, of shell | < say that`.
 * Phrases stand for their head words, `+` joins conjuncts; the last part is the governor with its relation (and marker).
 */
export function printClauses(doc: ChunkedDocument, { predicates }: ClauseStructure): string[] {
  const phrase = ({ groups }: NounPhrase): string =>
    groups.map((g) => doc.tokens[doc.groups[g]?.head ?? -1]?.text ?? '?').join('+');
  return predicates.map((p) =>
    [
      printVerb(p),
      p.subject && `S ${phrase(p.subject)}`,
      p.objects.length > 0 && `O ${p.objects.map(phrase).join(', ')}`,
      p.obliques.map((o) => `${o.preposition} ${phrase(o.phrase)}`.trim()).join('; '),
      p.complements.map((c) => `${c.preposition ?? c.form} ${predicates[c.predicate]?.lemma}`).join(', '),
      p.governor &&
        `< ${predicates[p.governor.predicate]?.lemma} ${p.governor.relation}${p.governor.marker ? ` ${p.governor.marker}` : ''}`,
    ]
      .filter(Boolean)
      .join(' | '),
  );
}

function printVerb(p: Predicate): string {
  const parts = [p.negated && 'not', p.modal, p.particle ? `${p.lemma}_${p.particle}` : p.lemma];
  return [...parts, p.voice === 'passive' && 'passive', p.quoted && '“”'].filter(Boolean).join(' ');
}

/** The same for noun groups: owner, prepositional phrases, appositions and complements, for the groups that have any. */
export function printNouns(doc: ChunkedDocument, { predicates, nouns }: ClauseStructure): string[] {
  const head = (g: number): string => doc.tokens[doc.groups[g]?.head ?? -1]?.text ?? '?';
  return nouns.flatMap((n, i) => {
    const parts = [
      n.owner !== undefined && `of ${head(n.owner)}`,
      n.obliques.map((o) => `${o.preposition} ${o.phrase.groups.map(head).join('+')}`).join('; '),
      n.appositions.length > 0 && `= ${n.appositions.map(head).join(', ')}`,
      n.complements.map((c) => `${c.preposition ?? c.form} ${predicates[c.predicate]?.lemma}`).join(', '),
    ].filter(Boolean);
    return parts.length > 0 ? [[head(i), ...parts].join(' | ')] : [];
  });
}
