import { NOWHERE } from '../base/nowhere.ts';
import type { Frame, FrameArgument, FrameComplement, SupportVerb } from '../knowledge/knowledge.ts';
import type { GroupIndex, NounContext, Oblique, Predicate } from '../syntax/clause.ts';
import { isInAside } from './aside.ts';
import { headlineHosts } from './headline-host.ts';
import { logicalClause, phraseOf } from './logical-clause.ts';
import { type Bindings, hasPreposition, headFits, type Match, newBindings } from './match.ts';
import { bindPair, bindPhrase, isTime } from './match-verb.ts';
import { ANSWERING, DURING, JOINING } from './noun-classes.ts';
import { isActor, isPlace, type Participant, participantsOf, type Reading, toParticipant } from './reading.ts';

/** How the verb over an event noun treats it. */
interface Support {
  readonly effect: SupportVerb['effect'] | 'none';
  readonly predicate: Predicate;
}

/** Tries a noun frame ("A's visit to B", "talk between A and B") on a noun group. */
export function matchNoun(
  reading: Reading,
  group: GroupIndex,
  frame: Frame,
  supports: ReadonlyMap<string, readonly SupportVerb[]>,
): Match | undefined {
  const context = reading.clauses.nouns[group];
  const g = reading.doc.groups[group];
  if (!context || !g || !triggerFits(reading, group, frame)) return undefined;
  const support = supportOf(reading, group, context, frame, supports);
  const bound = newBindings();
  const hosts = support ? [] : headlineHosts(reading, group, frame.type);
  const made = madeBy(reading, group, supports);
  const obliques = [
    ...context.obliques.filter((o) => !isInAside(reading, context, o)),
    ...made,
    ...extraObliques(reading, support),
  ];
  const owners = ownersOf(reading, group, context, frame, support, hosts, made);
  for (const element of frame.elements) {
    if (element.kind === 'complement') {
      const found = context.complements.find((c) => c.form === element.form);
      if (found) bindContent(reading, found.predicate, frame.type === 'ACCUSE' ? element.subject : undefined, bound);
      else if (!element.optional) return undefined;
    } else if (
      !bindVerbOfAim(reading, group, context, element, bound) &&
      !bindNominal(reading, element, obliques, owners, bound) &&
      !element.optional
    )
      return undefined;
  }
  fillFromOwners(reading, frame, owners, support, bound);
  return {
    frame,
    trigger: { start: g.head, end: g.head + 1 },
    ...(context.role ? { predicate: context.role.predicate } : {}),
    noun: group,
    slots: bound.slots,
    phrases: bound.phrases,
    claimed: bound.claimed.filter((c) => c !== group),
    embedded: bound.embedded,
    certainty: bound.certainty,
    ended: support?.effect === 'end',
    supported: hosts.length > 0 || (support !== undefined && support.effect !== 'none'),
  };
}

/** "allegations that [Chad] had sent arms": the content, and whom it names as its subject. */
function bindContent(reading: Reading, predicate: number, slot: FrameComplement['subject'], bound: Bindings): void {
  bound.embedded.push(predicate);
  const subject = reading.clauses.predicates[predicate]?.subject;
  if (!slot || !subject || bound.slots[slot]) return;
  bound.slots[slot] = participantsOf(reading, subject);
  bound.phrases[slot] = subject;
}

/** Multi-word triggers ("peace talk") need their words before the head. */
function triggerFits(reading: Reading, group: GroupIndex, frame: Frame): boolean {
  const g = reading.doc.groups[group];
  if (!g) return false;
  const head = reading.lemma(g.head);
  return frame.triggers.some((t) => {
    if (t === head) return true;
    if (!t.endsWith(` ${head}`)) return false;
    const words = t.split(' ');
    return words.slice(0, -1).every((w, i) => reading.lemma(g.head - (words.length - 1 - i)) === w);
  });
}

/** The verb of which the noun is the object (or subject), when it lends itself: "held", "launched", "called off". */
function supportOf(
  reading: Reading,
  group: GroupIndex,
  context: NounContext,
  frame: Frame,
  supports: ReadonlyMap<string, readonly SupportVerb[]>,
): Support | undefined {
  const role = context.role ?? roleBefore(reading, group);
  const predicate = role ? reading.clauses.predicates[role.predicate] : undefined;
  if (!role || !predicate) return undefined;
  const entries = entriesOf(reading, predicate, supports);
  // "called off the talks" may be read as a phrase behind "off".
  const behindParticle = role.slot === 'oblique' && role.preposition === predicate.particle;
  const isObject =
    role.slot === 'object' || behindParticle || (role.slot === 'subject' && predicate.voice === 'passive');
  if (isObject) {
    const entry = entries.find((e) => e.effect !== 'happen');
    return { effect: entry?.effect ?? 'none', predicate };
  }
  if (role.slot === 'subject')
    return { effect: entries.some((e) => e.effect === 'happen') ? 'happen' : 'none', predicate };
  // Only meetings are joined by preposition: the subject of "commented on the killing" killed nobody.
  if (!role.preposition) return { effect: 'none', predicate };
  // "[took the town] after fighting with rebels"
  const fought = frame.relation === 'fights' && predicate.voice === 'active' && DURING.has(role.preposition);
  // "hit back [with air strikes]"
  const answered = frame.type === 'ASSAULT' && role.preposition === 'with' && ANSWERING.has(predicate.lemma);
  // "banged pots [in protest] at the prices"
  if (frame.type === 'PROTEST' && role.preposition === 'in') return { effect: 'do', predicate };
  if (frame.type !== 'CONSULT') return { effect: fought || answered ? 'join' : 'none', predicate };
  // "called its envoy home for consultations": whoever is sent or called talks, not the sender.
  const joins = JOINING.has(role.preposition) && predicate.objects.length === 0;
  return { effect: joins || DURING.has(role.preposition) ? 'join' : 'none', predicate };
}

/** "held", "called off", "took place": with its particle, or with the object that makes it one word. */
function entriesOf(
  reading: Reading,
  predicate: Predicate,
  supports: ReadonlyMap<string, readonly SupportVerb[]>,
): readonly SupportVerb[] {
  const thing = reading.doc.groups[predicate.objects[0]?.groups[0] ?? NOWHERE];
  const whole = thing && supports.get(`${predicate.lemma} ${reading.lemma(thing.head)}`);
  return whole ?? supports.get(predicate.particle ? `${predicate.lemma} ${predicate.particle}` : predicate.lemma) ?? [];
}

/** "[In a meeting] with Oman the minister said": what stands before a verb has no role of its own. */
function roleBefore(reading: Reading, group: GroupIndex): NounContext['role'] {
  for (const p of reading.index.predicatesIn(reading.doc.groups[group]?.sentence ?? -1)) {
    const oblique = p.obliques.find((o) => o.phrase.groups.includes(group));
    if (oblique) return { predicate: reading.index.indexOf(p), slot: 'oblique', preposition: oblique.preposition };
  }
  return undefined;
}

/** Phrases that hang on the light verb belong to the noun as well: "launched attacks against". */
function extraObliques(reading: Reading, support: Support | undefined): readonly Oblique[] {
  if (!support || support.effect === 'none' || support.effect === 'join') return [];
  const clause = logicalClause(support.predicate);
  return clause.obliques.filter((o) => !isInAside(reading, clause, o));
}

/** "strikes [conducted] by Chad", "talks [held] between Chad and Mali": phrases of a participle that only says that the noun happened. */
function madeBy(
  reading: Reading,
  group: GroupIndex,
  supports: ReadonlyMap<string, readonly SupportVerb[]>,
): readonly Oblique[] {
  return reading.index
    .predicatesIn(reading.doc.groups[group]?.sentence ?? -1)
    .filter(
      (p) =>
        p.governor?.relation === 'relative' &&
        p.voice === 'passive' &&
        p.subject?.groups.includes(group) &&
        entriesOf(reading, p, supports).some((e) => e.effect === 'do'),
    )
    .flatMap((p) => p.obliques);
}

interface Owners {
  /** Possessor, agent phrase and modifiers that act, in this order. */
  readonly own: readonly Participant[];
  /** "of"-phrase: actor or recipient, as the frame says. */
  readonly of: readonly Participant[];
  /** Subject of the light verb. */
  readonly supporter: readonly Participant[];
}

function ownersOf(
  reading: Reading,
  group: GroupIndex,
  context: NounContext,
  frame: Frame,
  support: Support | undefined,
  hosts: readonly Participant[],
  madeOf: readonly Oblique[],
): Owners {
  const own: Participant[] = [];
  if (context.owner !== undefined) own.push(...participantsOf(reading, phraseOf(reading, context.owner)));
  const g = reading.doc.groups[group];
  for (let i = g?.start ?? 0; g && i < g.head; i++) {
    const mention = reading.doc.morphology[i]?.xpos === 'PRP$' ? reading.mentionAt(i) : undefined;
    if (mention) own.push(toParticipant(reading, mention, true));
  }
  own.push(...reading.modifiers(group).map((m) => toParticipant(reading, m, true)));
  const by = context.obliques.find((o) => o.preposition === 'by') ?? madeOf.find((o) => o.preposition === 'by');
  if (by) own.unshift(...participantsOf(reading, by.phrase));
  const usesOf = frame.elements.some(
    (e) => e.kind === 'argument' && e.position.at === 'oblique' && e.position.prepositions.includes('of'),
  );
  const of = usesOf ? undefined : context.obliques.find((o) => o.preposition === 'of');
  const subject =
    support && support.effect !== 'none' && support.effect !== 'happen' && support.effect !== 'let'
      ? (support.effect === 'join' ? support.predicate : logicalClause(support.predicate)).subject
      : undefined;
  const actors = (list: readonly Participant[]) => uniqueByMention(list.filter((x) => isActor(reading, x)));
  return {
    own: actors(own),
    of: actors(of ? participantsOf(reading, of.phrase) : []),
    supporter: subject ? actors(participantsOf(reading, subject)) : hosts,
  };
}

function uniqueByMention(list: readonly Participant[]): Participant[] {
  return list.filter((x, i) => list.findIndex((y) => y.mention?.id === x.mention?.id) === i);
}

/** "a campaign to [defeat] Chad": the fixed words behind "to" are verbs, and whom they hit is found in their clause. */
function bindVerbOfAim(
  reading: Reading,
  group: GroupIndex,
  context: NounContext,
  { position, heads, slot }: FrameArgument,
  bound: Bindings,
): boolean {
  if (position.at === 'object') return bound.embedded.length > 0;
  if (slot || !heads || position.at !== 'oblique' || !position.prepositions.includes('to')) return false;
  const { predicates } = reading.clauses;
  // The parser may take the noun for the subject of its infinitive.
  const own = reading.index
    .predicatesIn(reading.doc.groups[group]?.sentence ?? -1)
    .filter((p) => p.form === 'infinitive' && p.governor?.relation === 'relative' && p.subject?.groups.includes(group));
  const aims = [
    ...context.complements.flatMap((c) => (c.form === 'to' ? c.predicate : [])),
    ...own.map(reading.index.indexOf),
  ];
  const found = aims.find((index) => heads.includes(predicates[index]?.lemma ?? ''));
  if (found !== undefined) bound.embedded.push(found);
  return found !== undefined;
}

function bindNominal(
  reading: Reading,
  element: FrameArgument,
  obliques: readonly Oblique[],
  owners: Owners,
  bound: Bindings,
): boolean {
  const { position, slot } = element;
  if (position.at === 'possessor') {
    const found = owners.own.length ? owners.own : owners.of.length ? owners.of : owners.supporter;
    if (slot && slot !== 'AB' && found.length) bound.slots[slot] = found;
    // The doer of a noun may stay unsaid.
    return slot === 'A' || found.length > 0;
  }
  if (position.at !== 'oblique') return false;
  const candidates = obliques.filter(
    (o) =>
      hasPreposition(o, position.prepositions) && !isTime(reading, o.phrase) && headFits(reading, o.phrase, element),
  );
  const best =
    candidates.find((o) => participantsOf(reading, o.phrase).some((x) => isActor(reading, x) || isPlace(x))) ??
    candidates[0];
  if (best) {
    bindPhrase(reading, element, best.phrase, bound);
    return true;
  }
  if (slot !== 'AB') return false;
  // "US-China talks", "the two countries' talks", "Iran and Oman held talks".
  const isPair = (list: readonly Participant[]): boolean => list.length > 1 || (list[0]?.entities.length ?? 0) > 1;
  const pair = [owners.own, owners.supporter].find(isPair);
  if (!pair) return false;
  bindPair(pair, phraseOf(reading, reading.groupAt(pair[0]?.span.start ?? 0) ?? 0), bound);
  return true;
}

/** Gives A (and for "suffered an attack" B) to whoever is at hand when the frame's own words named nobody. */
function fillFromOwners(
  reading: Reading,
  frame: Frame,
  owners: Owners,
  support: Support | undefined,
  bound: Bindings,
): void {
  if (support?.effect === 'receive' && !bound.slots.B && owners.supporter.length) bound.slots.B = owners.supporter;
  if (bound.slots.A?.some((x) => isActor(reading, x))) return;
  const taken = new Set(bound.slots.B?.map((x) => x.mention?.id));
  const free = (list: readonly Participant[]) => list.filter((x) => !taken.has(x.mention?.id));
  const candidates = [
    owners.own,
    support?.effect === 'receive' || support?.effect === 'end' ? [] : owners.supporter,
    owners.of,
  ].map(free);
  const found = candidates.find((list) => list.length > 0);
  if (found) bound.slots.A = found;
  else if (frame.elements.length) bound.certainty *= 0.9;
}
