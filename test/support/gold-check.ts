import { foldName } from '../../src/base/fold-name.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Argument, EventMention } from '../../src/model/event.ts';
import type { GoldEvent, GoldSentence } from './gold.ts';

/** Somebody who takes part: the words of the text and the entity that they stand for. */
interface Participant {
  readonly words: string;
  readonly entity?: Entity;
}

interface Sides {
  readonly actors: readonly Participant[];
  readonly recipients: readonly Participant[];
}

type Names = readonly (readonly string[])[];
type Judge = (text: Participant, names: readonly string[]) => boolean;

const SHOWN: readonly string[] = ['asserted', 'reported'];

/** Says what is missing from and what is too much in the reading of a gold sentence; nothing when it is read as it should be. */
export function goldChecker(knowledge: Knowledge): (gold: GoldSentence, analysis: Analysis) => string[] {
  const judge = createJudge(knowledge);
  return (gold, analysis) => problemsOf(gold, analysis, judge);
}

function problemsOf(gold: GoldSentence, analysis: Analysis, judge: Judge): string[] {
  const missing = gold.events.filter((e) => !analysis.eventMentions.some((m) => isEvent(e, m, analysis, judge)));
  const extra = analysis.eventMentions.filter((m) => SHOWN.includes(m.status) && !isExpected(gold, m, analysis, judge));
  return [
    ...missing.map((e) => `missing: ${goldLine(e)}`),
    ...extra.map((m) => `too much: ${m.type} ${m.relation} [${m.status}]`),
  ];
}

/** One expectation in a line: `ACCUSE (allege): Ukraine → Russia, reported, says Ukraine`. */
export function goldLine(e: GoldEvent): string {
  const side = (names: Names | undefined): string => names?.map((n) => n.join(' or ')).join(', ') ?? '…';
  const who = e.between ? side(e.between).replaceAll(', ', ' ↔ ') : `${side(e.actor)} → ${side(e.recipient)}`;
  return [
    `${e.type.join(' or ')}${e.mode ? ` (${e.mode})` : ''}: ${who}`,
    ...(e.status ? [e.status.join(' or ')] : []),
    ...(e.speaker ? [`says ${e.speaker.join(' or ')}`] : []),
    ...(e.time ? [e.time] : []),
  ].join(', ');
}

function isEvent(e: GoldEvent, m: EventMention, analysis: Analysis, judge: Judge): boolean {
  return (
    isType(e, m) &&
    (e.mode === undefined || m.mode === e.mode) &&
    (e.status ?? ['asserted']).includes(m.status) &&
    hasSides(e, m, sidesOf(m, analysis), judge) &&
    (e.speaker === undefined || isSpeaker(e.speaker, m, analysis, judge)) &&
    (e.time === undefined || isTime(e.time, m))
  );
}

/** What is not shown may also be named by the reading that a coding rule recoded ("will attack": THREATEN, read as ASSAULT). */
const isType = (e: GoldEvent, m: EventMention): boolean =>
  e.type.includes(m.type) || (!SHOWN.includes(m.status) && !!m.reading && e.type.includes(m.reading.type));

function hasSides(e: GoldEvent, m: EventMention, { actors, recipients }: Sides, judge: Judge): boolean {
  if (e.between) {
    const parties = m.reciprocal ? [[...actors, ...recipients]] : [actors, recipients];
    return parties.every((side) => sameParties(e.between ?? [], side, judge));
  }
  if (!m.reciprocal)
    return (
      (!e.actor || sameParties(e.actor, actors, judge)) && (!e.recipient || sameParties(e.recipient, recipients, judge))
    );
  const both = [...(e.actor ?? []), ...(e.recipient ?? [])];
  return sameParties(both, [...actors, ...recipients], judge);
}

/** Every name is among the parties, and no party is without a name. */
const sameParties = (names: Names, parties: readonly Participant[], judge: Judge): boolean =>
  names.every((n) => parties.some((p) => judge(p, n))) && parties.every((p) => names.some((n) => judge(p, n)));

/** An event that is expected or allowed, or a shorter telling of it that names fewer of its parties. */
function isExpected(gold: GoldSentence, m: EventMention, analysis: Analysis, judge: Judge): boolean {
  const { actors, recipients } = sidesOf(m, analysis);
  return [...gold.events.map((e) => ({ ...e, status: e.status ?? ['asserted'] })), ...gold.also].some((e) => {
    if (!e.type.includes(m.type) || (e.status && !(e.status as readonly string[]).includes(m.status))) return false;
    const open = !e.between && (!e.actor || !e.recipient);
    const names = [...(e.between ?? []), ...(e.actor ?? []), ...(e.recipient ?? [])];
    return open || [...actors, ...recipients].every((p) => names.some((n) => judge(p, n)));
  });
}

/** The guest acts and the host receives, from whichever side it is told (PLOVER, CONSULT). */
function sidesOf(m: EventMention, analysis: Analysis): Sides {
  const of = (role: string): Participant[] =>
    m.arguments.filter((a) => a.role === role).flatMap((a) => participantsOf(a, analysis));
  const [actors, recipients] = [of('actor'), of('recipient')];
  return m.relation === 'hosted' ? { actors: recipients, recipients: actors } : { actors, recipients };
}

function participantsOf(a: Argument, { document, entities }: Analysis): Participant[] {
  const [first, last] = [document.tokens[a.span.start], document.tokens[a.span.end - 1]];
  const words = document.article.text.slice(first?.start, last?.end);
  const found = a.entities.flatMap((id) => entities.find((e) => e.id === id) ?? []);
  return found.length ? found.map((entity) => ({ words, entity })) : [{ words }];
}

/** A country is known by whoever belongs to it, others by their name or by the words of the text. */
function createJudge(knowledge: Knowledge): Judge {
  const countries = new Map(knowledge.countries.flatMap((c) => [c.name, ...c.aliases].map((n) => [foldName(n), c.id])));
  const contains = (words: string, name: string): boolean => ` ${foldName(words)} `.includes(` ${name} `);
  return ({ words, entity }, names) =>
    names.some((text) => {
      const name = foldName(text);
      const country = countries.get(name);
      if (country) return entity?.id === `country:${country}` || entity?.country === country;
      return contains(words, name) || (!!entity && [entity.name, ...entity.aliases].some((n) => foldName(n) === name));
    });
}

function isSpeaker(names: readonly string[], m: EventMention, analysis: Analysis, judge: Judge): boolean {
  if (!m.attribution) return false;
  const entity = analysis.entities.find((e) => e.id === m.attribution?.speaker);
  return judge({ words: m.attribution.text, ...(entity ? { entity } : {}) }, names);
}

const isTime = (time: string, { time: found }: EventMention): boolean =>
  !!found && found.from.startsWith(time) && found.to.startsWith(time) && found.precision === precisionOf(time);

const precisionOf = (time: string): string => ['year', 'month', 'day'][time.split('-').length - 1] ?? '';
