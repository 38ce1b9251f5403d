import { describe, expect, test } from 'vitest';
import { indexFrames } from '../../src/events/frame-index.ts';
import type { Match } from '../../src/events/match.ts';
import { matchNoun } from '../../src/events/match-noun.ts';
import { matchPredicate } from '../../src/events/match-verb.ts';
import { nounStanding } from '../../src/events/noun-standing.ts';
import { createReading, type Reading } from '../../src/events/reading.ts';
import { createStatusLexicon, standingOf } from '../../src/events/status.ts';
import { toStatus } from '../../src/events/trail.ts';
import { parseFrames } from '../../src/knowledge/frame.ts';
import type { Frame, Knowledge, SupportVerb } from '../../src/knowledge/knowledge.ts';
import type { Entity, Link, Mention } from '../../src/model/entity.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { taggedDoc } from '../support/doc.ts';

/** Names that stand for a country in these documents; everything else stands for nobody. */
const COUNTRIES: Readonly<Record<string, string>> = { Kenya: 'KEN', Somalia: 'SOM', Uganda: 'UGA', Kenyan: 'KEN' };
const CLASSES = { diplomat: ['diplomat', 'envoy'], talks: ['talk', 'negotiation'] };

function reading(notation: string): Reading {
  const doc = taggedDoc(notation);
  const named = doc.tokens.flatMap(({ text }, head) => {
    const code = COUNTRIES[text];
    return code ? [{ head, code, id: `m${head}` }] : [];
  });
  const mentions = named.map(
    ({ head, code, id }): Mention => ({
      ...{ id, head, form: 'name', kind: 'country', country: code, use: 'actor' },
      span: { start: head, end: head + 1 },
    }),
  );
  const links = named.map(({ id, code }): Link => ({ mention: id, entity: code, confidence: 1, rule: 'test' }));
  const entities = [...new Set(named.map((n) => n.code))].map(
    (id): Entity => ({ id, kind: 'country', name: id, aliases: [], known: true }),
  );
  return createReading(doc, readClauses(doc, new Set(['say'])), { mentions, links, entities }, new Set(['round']));
}

function frame(pos: 'v' | 'n' | 'a', text: string): Frame {
  const row = { type: 'CONSULT', pos, frame: text, relation: 'met-with', mode: '', example: '' } as const;
  const frames = parseFrames(row, new Map(Object.entries(CLASSES)));
  if (typeof frames === 'string' || !frames[0]) throw new Error(String(frames));
  return frames[0];
}

/** `A KEN B SOM` and, when clauses are taken as content, `+1`. */
const slots = (match: Match | undefined): string | undefined => {
  if (!match) return undefined;
  const of = (slot: 'A' | 'B') => match.slots[slot]?.flatMap((x) => x.entities).join('+');
  const parts = [
    of('A') && `A ${of('A')}`,
    of('B') && `B ${of('B')}`,
    match.embedded.length && `+${match.embedded.length}`,
  ];
  return parts.filter(Boolean).join(' ');
};

const supports = new Map<string, readonly SupportVerb[]>([
  ['hold', [{ phrase: 'hold', effect: 'do' } as SupportVerb]],
  ['call off', [{ phrase: 'call off', effect: 'end' } as SupportVerb]],
  ['face', [{ phrase: 'face', effect: 'receive' } as SupportVerb]],
]);

describe('verb frames', () => {
  const read = (notation: string, text: string, mutual = false, index = 0) =>
    slots(matchPredicate(reading(notation), index, frame('v', text), mutual));

  test.each([
    ['Kenya/PROPN/NNP met/VERB/VBD/meet Somalia/PROPN/NNP ./PUNCT/.', 'A meet B', 'A KEN B SOM'],
    ['Kenya/PROPN/NNP met/VERB/VBD/meet with/ADP/IN Somalia/PROPN/NNP ./PUNCT/.', 'A meet with B', 'A KEN B SOM'],
    ['Kenya/PROPN/NNP met/VERB/VBD/meet with/ADP/IN Somalia/PROPN/NNP ./PUNCT/.', 'A meet (with) B', 'A KEN B SOM'],
    ['Kenya/PROPN/NNP met/VERB/VBD/meet Somalia/PROPN/NNP ./PUNCT/.', 'A meet (with) B', 'A KEN B SOM'],
    ['Kenya/PROPN/NNP met/VERB/VBD/meet ./PUNCT/.', 'A meet B', undefined],
    ['Kenya/PROPN/NNP met/VERB/VBD/meet Somalia/PROPN/NNP ./PUNCT/.', 'A meet with B', undefined],
  ])('%s as %s', (notation, text, expected) => expect(read(notation, text)).toBe(expected));

  test('a passive is undone, with and without a doer', () => {
    const passive = 'Somalia/PROPN/NNP was/AUX/VBD/be attacked/VERB/VBN/attack';
    expect(read(`${passive} by/ADP/IN Kenya/PROPN/NNP ./PUNCT/.`, 'A attack B')).toBe('A KEN B SOM');
    expect(read(`${passive} ./PUNCT/.`, 'A attack B')).toBe('B SOM');
  });

  test('both sides in the subject are enough for relations without direction only', () => {
    const both = 'Kenya/PROPN/NNP and/CCONJ/CC Somalia/PROPN/NNP met/VERB/VBD/meet ./PUNCT/.';
    expect(read(both, 'A meet (with) B', true)).toBe('A KEN+SOM');
    expect(read(both, 'A meet (with) B', false)).toBeUndefined();
    expect(read('Kenya/PROPN/NNP met/VERB/VBD/meet ./PUNCT/.', 'A meet (with) B', true)).toBeUndefined();
  });

  test('a particle belongs to the verb, wherever it stands', () => {
    const called = 'Kenya/PROPN/NNP called/VERB/VBD/call';
    const talks = 'talks/NOUN/NNS/talk with/ADP/IN Somalia/PROPN/NNP ./PUNCT/.';
    expect(read(`${called} off/ADP/RP ${talks}`, 'A call @talks off with B')).toBe('A KEN B SOM');
    expect(read(`${called} off/ADP/RP ${talks}`, 'A call @talks with B')).toBeUndefined();
    expect(read('Kenya/PROPN/NNP drove/VERB/VBD/drive Somalia/PROPN/NNP back/ADV/RB ./PUNCT/.', 'A drive B back')).toBe(
      'A KEN B SOM',
    );
    expect(read('Kenya/PROPN/NNP drove/VERB/VBD/drive Somalia/PROPN/NNP ./PUNCT/.', 'A drive B back')).toBeUndefined();
    const scaled =
      'Kenya/PROPN/NNP scaled/VERB/VBD/scale back/ADV/RB talks/NOUN/NNS/talk with/ADP/IN Somalia/PROPN/NNP ./PUNCT/.';
    expect(read(scaled, 'A scale back @talks with B')).toBe('A KEN B SOM');
    const gave =
      'Kenya/PROPN/NNP gave/VERB/VBD/give land/NOUN/NN to/ADP/IN Somalia/PROPN/NNP in/ADP/IN May/PROPN/NNP ./PUNCT/.';
    expect(read(gave, 'A give in to B')).toBeUndefined();
  });

  test('fixed words must be there, also those that are no nouns', () => {
    const held = 'Kenya/PROPN/NNP held/VERB/VBD/hold Somalia/PROPN/NNP';
    expect(read(`${held} responsible/ADJ/JJ ./PUNCT/.`, 'A hold B responsible')).toBe('A KEN B SOM');
    expect(read(`${held} ./PUNCT/.`, 'A hold B responsible')).toBeUndefined();
  });

  test('a slot with words belongs to whom its phrase belongs', () => {
    const expelled = 'Kenya/PROPN/NNP expelled/VERB/VBD/expel';
    const of = (noun: string) => `${expelled} Somalia/PROPN/NNP ~'s/PART/POS ${noun}/NOUN/NNS ./PUNCT/.`;
    expect(read(of('diplomats'), 'A expel B:@diplomat')).toBe('A KEN B SOM');
    expect(read(of('goats'), 'A expel B:@diplomat')).toBeUndefined();
    expect(read(`${expelled} diplomats/NOUN/NNS of/ADP/IN Somalia/PROPN/NNP ./PUNCT/.`, 'A expel B:@diplomat')).toBe(
      'A KEN B SOM',
    );
  });

  test('content clauses are taken along', () => {
    const asked = 'Kenya/PROPN/NNP asked/VERB/VBD/ask Somalia/PROPN/NNP to/PART/TO leave/VERB/VB ./PUNCT/.';
    expect(read(asked, 'A ask B to DO')).toBe('A KEN B SOM +1');
    expect(read('Kenya/PROPN/NNP asked/VERB/VBD/ask Somalia/PROPN/NNP ./PUNCT/.', 'A ask B to DO')).toBeUndefined();
  });
});

describe('noun frames', () => {
  const read = (notation: string, text: string): string | undefined => {
    const r = reading(notation);
    const found = r.doc.groups.flatMap((g, i) =>
      g.kind === 'noun' ? (matchNoun(r, i, frame('n', text), supports) ?? []) : [],
    );
    return slots(found[0]);
  };

  test.each([
    [
      "Kenya/PROPN/NNP ~'s/PART/POS visit/NOUN/NN to/ADP/IN Somalia/PROPN/NNP ended/VERB/VBD ./PUNCT/.",
      "A's visit to B",
      'A KEN B SOM',
    ],
    [
      'The/DET/DT Kenyan/ADJ/JJ visit/NOUN/NN to/ADP/IN Somalia/PROPN/NNP ended/VERB/VBD ./PUNCT/.',
      "A's visit to B",
      'A KEN B SOM',
    ],
    [
      'The/DET/DT visit/NOUN/NN of/ADP/IN Kenya/PROPN/NNP to/ADP/IN Somalia/PROPN/NNP ended/VERB/VBD ./PUNCT/.',
      "A's visit to B",
      'A KEN B SOM',
    ],
    [
      'A/DET/DT visit/NOUN/NN to/ADP/IN Somalia/PROPN/NNP by/ADP/IN Kenya/PROPN/NNP ended/VERB/VBD ./PUNCT/.',
      "A's visit to B",
      'A KEN B SOM',
    ],
    [
      'Talks/NOUN/NNS/talk between/ADP/IN Kenya/PROPN/NNP and/CCONJ/CC Somalia/PROPN/NNP ended/VERB/VBD ./PUNCT/.',
      '@talks between A and B',
      'A KEN+SOM',
    ],
    [
      'Kenya/PROPN/NNP held/VERB/VBD/hold talks/NOUN/NNS/talk with/ADP/IN Somalia/PROPN/NNP ./PUNCT/.',
      '@talks with B',
      'A KEN B SOM',
    ],
    [
      'Kenya/PROPN/NNP and/CCONJ/CC Somalia/PROPN/NNP held/VERB/VBD/hold talks/NOUN/NNS/talk ./PUNCT/.',
      '@talks between A and B',
      'A KEN+SOM',
    ],
    ['The/DET/DT visit/NOUN/NN ended/VERB/VBD ./PUNCT/.', "A's visit to B", undefined],
    ['The/DET/DT talks/NOUN/NNS/talk ended/VERB/VBD ./PUNCT/.', '@talks between A and B', undefined],
  ])('%s as %s', (notation, text, expected) => expect(read(notation, text)).toBe(expected));

  test('what the verb ends is marked', () => {
    const r = reading(
      'Kenya/PROPN/NNP called/VERB/VBD/call off/ADP/RP talks/NOUN/NNS/talk with/ADP/IN Somalia/PROPN/NNP ./PUNCT/.',
    );
    const group = r.doc.groups.findIndex((g) => r.lemma(g.head) === 'talk');
    expect(matchNoun(r, group, frame('n', '@talks with B'), supports)).toMatchObject({ ended: true });
  });
});

describe('standing', () => {
  const lexicon = {
    ...createStatusLexicon({
      reportingNouns: [],
      reportingAdverbs: [],
      reportingAdjectives: [],
      modality: [
        { phrase: 'will', pos: 'm', effect: 'planned', takes: ['inf'] },
        { phrase: 'may', pos: 'm', effect: 'hypothetical', takes: ['inf'] },
        { phrase: 'plan', pos: 'v', effect: 'planned', takes: ['to', 'noun'] },
        { phrase: 'fail', pos: 'v', effect: 'negated', takes: ['to'] },
        { phrase: 'manage', pos: 'v', effect: 'implicative', takes: ['to'] },
        { phrase: 'deny', pos: 'v', effect: 'negated', takes: ['noun'] },
      ],
      reporting: [
        { phrase: 'say', class: 'neutral', takes: ['quote', 'that'], hearer: false },
        { phrase: 'deny', class: 'denying', takes: ['that', 'ing'], hearer: false },
      ],
    } as unknown as Knowledge),
    content: new Map(),
    speechBefore: new Map(),
    unquoted: new Map(),
  };
  const of = (notation: string, lemma: string): string => {
    const r = reading(notation);
    const index = r.clauses.predicates.findIndex((p) => p.lemma === lemma);
    const found = standingOf(r, index, lexicon);
    return [toStatus(found), found.attribution?.speaker].filter(Boolean).join(' ');
  };
  const kenya = (verb: string): string => `Kenya/PROPN/NNP ${verb} Somalia/PROPN/NNP ./PUNCT/.`;

  test.each([
    [kenya('attacked/VERB/VBD/attack'), 'asserted'],
    [kenya('did/AUX/VBD/do not/PART/RB attack/VERB/VB'), 'negated'],
    [kenya('will/AUX/MD attack/VERB/VB'), 'planned'],
    [kenya('may/AUX/MD attack/VERB/VB'), 'hypothetical'],
    [kenya('will/AUX/MD not/PART/RB attack/VERB/VB'), 'negated'],
    [kenya('planned/VERB/VBD/plan to/PART/TO attack/VERB/VB'), 'planned'],
    [kenya('failed/VERB/VBD/fail to/PART/TO attack/VERB/VB'), 'negated'],
    [kenya('did/AUX/VBD/do not/PART/RB fail/VERB/VB to/PART/TO attack/VERB/VB'), 'asserted'],
    [kenya('managed/VERB/VBD/manage to/PART/TO attack/VERB/VB'), 'asserted'],
    [`Uganda/PROPN/NNP said/VERB/VBD/say that/SCONJ/IN ${kenya('attacked/VERB/VBD/attack')}`, 'reported UGA'],
    [`Uganda/PROPN/NNP said/VERB/VBD/say ${kenya('will/AUX/MD attack/VERB/VB')}`, 'planned UGA'],
    [`Uganda/PROPN/NNP denied/VERB/VBD/deny that/SCONJ/IN ${kenya('attacked/VERB/VBD/attack')}`, 'negated UGA'],
  ])('%s', (notation, expected) => expect(of(notation, 'attack')).toBe(expected));

  test('of nouns: what is denied did not happen, what is only mentioned did', () => {
    const noun = (notation: string) => {
      const r = reading(notation);
      const group = r.doc.groups.findIndex((g) => r.lemma(g.head) === 'attack');
      return toStatus(nounStanding(r, group, false, lexicon));
    };
    expect(noun('Kenya/PROPN/NNP denied/VERB/VBD/deny the/DET/DT attack/NOUN/NN ./PUNCT/.')).toBe('negated');
    expect(noun('Kenya/PROPN/NNP planned/VERB/VBD/plan an/DET/DT attack/NOUN/NN ./PUNCT/.')).toBe('planned');
    expect(noun('No/DET/DT attack/NOUN/NN came/VERB/VBD/come ./PUNCT/.')).toBe('negated');
    expect(noun('The/DET/DT attack/NOUN/NN did/AUX/VBD/do not/PART/RB help/VERB/VB ./PUNCT/.')).toBe('asserted');
  });

  test('the strongest reason to doubt decides', () => {
    expect(toStatus({ steps: [], modality: 'hypothetical', negated: true })).toBe('negated');
    expect(toStatus({ steps: [], modality: 'planned', negated: false, attribution: { text: 'X', verb: 'say' } })).toBe(
      'planned',
    );
    expect(toStatus({ steps: [], modality: 'asserted', negated: false, attribution: { text: 'X', verb: 'say' } })).toBe(
      'reported',
    );
  });
});

describe('the index of frames', () => {
  const frames = [
    frame('v', 'A meet B'),
    frame('v', 'A {meet|greet} B'),
    frame('n', 'peace talk with B'),
    frame('a', 'A be critical of B'),
  ];
  const index = indexFrames({ frames, relations: [{ id: 'met-with', symmetric: true }] } as unknown as Knowledge);

  test('finds frames by part of speech and lemma, nouns of several words by the last', () => {
    expect(index.verb.get('meet')?.map((f) => f.text)).toEqual(['A meet B', 'A {meet|greet} B']);
    expect(index.verb.get('greet')?.map((f) => f.text)).toEqual(['A {meet|greet} B']);
    expect(index.noun.get('talk')?.map((f) => f.text)).toEqual(['peace talk with B']);
    expect(index.adjective.get('critical')?.map((f) => f.text)).toEqual(['A be critical of B']);
    expect(index.noun.get('peace')).toBeUndefined();
  });

  test('knows which relations hold both ways', () => {
    expect(index.mutual.has('CONSULT: A meet B')).toBe(true);
    expect(indexFrames({ frames, relations: [] } as unknown as Knowledge).mutual.size).toBe(0);
  });
});
