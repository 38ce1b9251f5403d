import { NOWHERE } from '../base/nowhere.ts';
import type { FrameType } from '../knowledge/knowledge.ts';
import type { GroupIndex, NounPhrase, Oblique, Predicate, PredicateIndex } from '../syntax/clause.ts';
import { HARM } from './content.ts';
import { clauseOf, logicalClause, phraseOf } from './logical-clause.ts';
import type { Match } from './match.ts';
import { proposersOf } from './proposers.ts';
import { isActor, isNameLike, isPlace, type Participant, participantsOf, type Reading } from './reading.ts';
import { startsWithNo } from './status.ts';
import { concernedBy } from './thing-recipient.ts';

/** What is refused by "will not". */
const REFUSABLE: ReadonlySet<FrameType> = new Set([
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'AGREE',
  'CONCEDE',
  'RETREAT',
]);
/** How sure it is that a refusal is meant for whoever stands near what is refused. */
const NEAR = 0.8;
const FAR = 0.6;

/**
 * Gives refusals that name nobody whom they are meant for: whoever is told them ("told [Mali] it would not"), whose thing is refused ("vetoed
 * [Mali]'s membership"), whom it concerns ("refused a licence for a bank in [Mali]"), whoever could end it ("will not leave until [Mali] pays").
 */
export function fillRefusals(reading: Reading, matches: readonly Match[]): Match[] {
  const told = new Map(matches.filter((m) => m.noun === undefined).map((m) => [m.predicate, m]));
  const harms = new Set(matches.flatMap((m) => (m.noun !== undefined && HARM.has(m.frame.type) ? [m.noun] : [])));
  return matches.map((match) => {
    if (match.noun !== undefined) return saidBy(reading, match);
    if (!isRefusal(reading, match) || match.slots.B?.some((x) => x.entities.length > 0)) return match;
    const inner = told.get(match.embedded[0] ?? -1);
    if (match.frame.type === 'REJECT' && inner && HARM.has(inner.frame.type)) return match;
    const own = new Set(match.slots.A?.flatMap((x) => x.entities));
    const steps: readonly (readonly [number, () => readonly Participant[] | undefined])[] = [
      [1, () => hearersOf(reading, match)],
      [NEAR, () => ownersOf(reading, match)],
      [NEAR, () => proposersOf(reading, thingsOf(reading, match), own)],
      [
        NEAR,
        () =>
          concerned(
            reading,
            thingsOf(reading, match).filter((g) => !harms.has(g)),
            own,
          ),
      ],
      [FAR, () => plannedFor(reading, match, told)],
      [FAR, () => whoCouldEnd(reading, match)],
      [FAR, () => inSpiteOf(reading, match)],
    ];
    // Somebody whom the text names but nobody knows gives way only to those whose thing it is.
    // A veto goes to whoever proposed the text, not to those whom it is about.
    const named = hasRecipient(reading, match) || match.frame.relation === 'vetoed';
    for (const [certainty, find] of named ? steps.slice(0, 3) : steps) {
      const found = find()?.filter((x) => isOther(reading, x, match, own));
      if (found?.length)
        return {
          ...match,
          slots: { ...match.slots, B: found },
          certainty: match.certainty * certainty,
          fromContent: true,
        };
    }
    return match;
  });
}

/** "There will be [no talks] with Mali, Chad said": the speaker refuses them. */
function saidBy(reading: Reading, match: Match): Match {
  const p = reading.clauses.predicates[match.predicate ?? NOWHERE];
  if (match.noun === undefined || match.slots.A?.length || !p || !REFUSABLE.has(match.frame.type)) return match;
  const isThere = p.lemma === 'be' && /^(?:will|would)$/.test(p.modal ?? '') && startsWithNo(reading, match.noun);
  const over =
    isThere && p.governor && /^(?:speech|complement)$/.test(p.governor.relation) ? p.governor.predicate : undefined;
  const subject = over === undefined ? undefined : reading.clauses.predicates[over]?.subject;
  const found = subject ? participantsOf(reading, subject).filter((x) => isActor(reading, x)) : [];
  return found.length
    ? { ...match, slots: { ...match.slots, A: found }, certainty: match.certainty * NEAR, supported: true }
    : match;
}

function isRefusal(reading: Reading, { frame, predicate }: Match): boolean {
  if (frame.type === 'REJECT') return frame.relation !== 'denied';
  const p = reading.clauses.predicates[predicate ?? NOWHERE];
  return REFUSABLE.has(frame.type) && !!p?.negated && /^(?:will|wo|would)$/.test(p.modal ?? '');
}

const hasRecipient = (reading: Reading, { slots }: Match): boolean =>
  slots.B?.some((x) => x.entities.length > 0 || x.mention !== undefined || isNameLike(reading, x)) ?? false;

const isOther = (reading: Reading, x: Participant, { slots }: Match, own: ReadonlySet<string>): boolean =>
  (isActor(reading, x) || isPlace(x)) &&
  !x.entities.some((id) => own.has(id)) &&
  !slots.A?.some((a) => a.span.start === x.span.start);

const TELLING: ReadonlySet<string> = new Set(['tell', 'inform', 'notify', 'assure', 'warn']);

/** "told [Mali] that it would not sign" */
function hearersOf(reading: Reading, { predicate }: Match): readonly Participant[] | undefined {
  const governor = reading.clauses.predicates[predicate ?? NOWHERE]?.governor;
  const above =
    /^(?:complement|speech)$/.test(governor?.relation ?? '') && governor
      ? reading.clauses.predicates[governor.predicate]
      : undefined;
  const hearer = above && TELLING.has(above.lemma) && above.voice === 'active' ? above.objects[0] : undefined;
  return hearer && participantsOf(reading, hearer).filter((x) => x.entities.length > 0);
}

/** "vetoed [Mali]'s membership", "turned down a request by [Mali]": whose the frame's own noun is. */
const ownersOf = (reading: Reading, { claimed }: Match): readonly Participant[] =>
  claimed.flatMap((g) =>
    participantsOf(reading, phraseOf(reading, g)).filter((x) => x.entities.length > 0 || x.mention),
  );

const PARTICLES: ReadonlySet<string> = new Set(['over', 'up', 'out', 'off', 'down', 'back']);

/** The things that are refused, of the verb and of the clause that it takes. */
function thingsOf(reading: Reading, match: Match): readonly GroupIndex[] {
  const { claimed, phrases, slots, embedded, predicate, frame } = match;
  const inner = embedded[0];
  const clause = inner === undefined ? undefined : clauseOf(reading, inner);
  const own = predicate === undefined ? undefined : clauseOf(reading, predicate);
  // "refused to hand [over] the islands", read as a phrase behind "over"
  const behindParticle = own?.obliques.filter((o) => PARTICLES.has(o.preposition)).map((o) => o.phrase) ?? [];
  return [
    ...(slots.B ?? []).flatMap((x) => reading.groupAt(x.span.start) ?? []),
    ...(phrases.X?.groups ?? []),
    ...claimed,
    ...[clause, frame.type === 'REJECT' ? undefined : own]
      .flatMap((c) => (c ? [...c.objects, ...c.obliques.map((o) => o.phrase)] : []))
      .flatMap((x) => x.groups),
    ...behindParticle.flatMap((x) => x.groups),
  ];
}

const concerned = (
  reading: Reading,
  things: readonly GroupIndex[],
  own: ReadonlySet<string>,
): readonly Participant[] | undefined => {
  return (
    concernedBy(reading, things, own) ??
    wantedBy(reading, things, own) ??
    concernedBy(
      reading,
      things.flatMap((g) => partsOf(reading, g)),
      own,
    )
  );
};

/** "the village that [Mali] claims", "a man wanted by [Mali]": who wants what is refused. */
function wantedBy(
  reading: Reading,
  things: readonly GroupIndex[],
  own: ReadonlySet<string>,
): readonly Participant[] | undefined {
  const isAbout = (p: Predicate): boolean =>
    p.governor?.relation === 'relative' &&
    logicalClause(p).objects.some((o) => o.groups.some((g) => things.includes(g)));
  const sentence = reading.doc.groups[things[0] ?? NOWHERE]?.sentence ?? -1;
  for (const p of reading.index.predicatesIn(sentence)) {
    const subject = isAbout(p) ? logicalClause(p).subject : undefined;
    const found = subject ? participantsOf(reading, subject).filter((x) => x.entities.some((id) => !own.has(id))) : [];
    if (found.length > 0) return found;
  }
  return undefined;
}

/** "steps in [the talks] of Mali": what stands behind a thing may tell more. */
const partsOf = (reading: Reading, thing: GroupIndex): readonly GroupIndex[] =>
  (reading.clauses.nouns[thing]?.obliques ?? [])
    .filter((o: Oblique) => PARTS.has(o.preposition))
    .flatMap((o) => o.phrase.groups)
    .filter((g) => g > thing);
const PARTS: ReadonlySet<string> = new Set(['in', 'of', 'on', 'for', 'to', 'about']);

/** "rejected a plan to repay [Mali]": for whom it was meant. */
function plannedFor(
  reading: Reading,
  match: Match,
  told: ReadonlyMap<PredicateIndex | undefined, Match>,
): readonly Participant[] | undefined {
  for (const thing of thingsOf(reading, match)) {
    for (const { predicate } of reading.clauses.nouns[thing]?.complements ?? []) {
      const plan = told.get(predicate);
      if (plan && HARM.has(plan.frame.type)) continue;
      const clause = clauseOf(reading, predicate);
      const phrases: NounPhrase[] = [...clause.objects, ...clause.obliques.map((o) => o.phrase)];
      const found =
        plan?.slots.B ?? phrases.flatMap((x) => participantsOf(reading, x)).filter((x) => x.entities.length > 0);
      if (found.length > 0) return found;
    }
  }
  return undefined;
}

const DEFIED: ReadonlySet<string> = new Set([
  'despite',
  'in spite of',
  'in defiance of',
  'against',
  'amid',
  'notwithstanding',
]);
const PLEAS: ReadonlySet<string> = new Set(
  (
    'advice appeal assurance call concession criticism demand exhortation insistence invitation lobbying objection offer opposition order outcry overture plea ' +
    'pressure promise proposal protest request threat urging warning wish'
  ).split(' '),
);

/** "refused to disarm despite [Mali]'s offer", "will not leave in spite of pleas from [Mali]": who asked for it. */
function inSpiteOf(reading: Reading, { predicate, embedded }: Match): readonly Participant[] | undefined {
  for (const index of [predicate, ...embedded]) {
    const clause = index === undefined ? undefined : clauseOf(reading, index);
    for (const { preposition, phrase } of clause?.obliques ?? []) {
      if (!DEFIED.has(preposition) || !PLEAS.has(reading.lemma(phrase.head))) continue;
      const behind = phrase.groups.flatMap((g) => reading.clauses.nouns[g]?.obliques ?? []);
      const asking = behind.filter((o) => o.preposition === 'from' || o.preposition === 'by').map((o) => o.phrase);
      const found = [...asking, phrase]
        .flatMap((x) => participantsOf(reading, x))
        .filter((x) => x.entities.length > 0 || x.mention);
      if (found.length > 0) return found;
    }
  }
  return undefined;
}

const UNTIL: ReadonlySet<string> = new Set(['unless', 'until', 'till', 'before', 'if']);

/** "will not leave until [Mali] pays", "will not lift it if [Mali] does not free them" */
function whoCouldEnd(reading: Reading, { predicate, embedded, slots }: Match): readonly Participant[] | undefined {
  const refused = [predicate, ...embedded];
  const own = new Set(slots.A?.flatMap((x) => x.entities));
  const conditions = reading.clauses.predicates.filter(
    (p) =>
      p.governor?.relation === 'adverbial' &&
      refused.includes(p.governor.predicate) &&
      UNTIL.has(p.governor.marker ?? '') &&
      (p.governor.marker !== 'if' || p.negated),
  );
  for (const p of conditions) {
    // "until it is satisfied [Mali] is doing all it can"
    const content = reading.clauses.predicates.filter((c) => c.governor?.predicate === reading.index.indexOf(p));
    for (const clause of [p, ...content]) {
      const phrases = [logicalClause(clause).subject, ...(clause === p ? clause.objects : [])];
      const found = phrases
        .flatMap((x) => (x ? participantsOf(reading, x) : []))
        .filter((x) => x.entities.length > 0 && !x.entities.some((id) => own.has(id)));
      if (found.length > 0) return found;
    }
  }
  return undefined;
}
