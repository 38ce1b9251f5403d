import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FrameRow, parseFrames } from '../../src/knowledge/frame.ts';
import type { Frame, FrameElement } from '../../src/knowledge/knowledge.ts';

const classes = new Map([
  ['diplomat', ['diplomat', 'envoy']],
  ['sanction', ['sanction', 'embargo']],
  ['aid', ['aid', 'grain']],
  ['refugee', ['migrant', 'asylum-seeker']],
]);

const row = (pos: string, frame: string): FrameRow => ({
  type: 'CONSULT',
  pos,
  frame,
  relation: 'met-with',
  mode: '',
  example: 'Fiji met Samoa.',
});

/** An element in short: `subject:A`, `on:B?`, `object:{aid|grain}`, `(to)`. */
function short(element: FrameElement): string {
  const optional = element.optional ? '?' : '';
  if (element.kind === 'complement') {
    const subject = element.subject ? `:${element.subject}` : '';
    const verbs = element.heads ? `{${element.heads.join('|')}}` : '';
    return `(${element.preposition ? `${element.preposition} ` : ''}${element.form}${subject}${verbs})${optional}`;
  }
  const { position, slot, heads, modifiers } = element;
  const at = position.at === 'oblique' ? position.prepositions.join('|') + (position.bare ? '~' : '') : position.at;
  const words = heads ? `{${[...(modifiers ?? []), heads.join('|')].join(' ')}}` : '';
  return `${at}:${slot ?? ''}${words}${optional}`;
}

const shape = (f: Frame): string =>
  [f.triggers.join('|') + (f.particle ? ` +${f.particle.join('+')}` : ''), ...f.elements.map(short)].join('  ');

function shapes(pos: string, frame: string): string | string[] {
  const read = parseFrames(row(pos, frame), classes);
  return typeof read === 'string' ? read : read.map(shape);
}

test('a word of a class that has a hyphen is met with a space too', () => {
  expect(shapes('v', 'A host B:@refugee')).toEqual(['host  subject:A  object:B{migrant|asylum-seeker|asylum seeker}']);
  expect(shapes('v', 'A host B:{asylum-seeker}')).toEqual(['host  subject:A  object:B{asylum-seeker}']);
});

describe('one frame', () => {
  test.each<[string, string, string]>([
    // The lines of the table in data/README.md.
    ['v', 'A meet (with) B', 'meet  subject:A  with~:B'],
    ['v', 'A impose @sanction on B', 'impose  subject:A  object:{sanction|embargo}  on:B'],
    ['v', 'A expel B:@diplomat', 'expel  subject:A  object:B{diplomat|envoy}'],
    ['v', 'A urge B to DO', 'urge  subject:A  object:B  (to)'],
    ['v', 'B receive @aid from A', 'receive  subject:B  object:{aid|grain}  from:A'],
    ['n', "A's visit to B", 'visit  possessor:A  to:B'],
    ['n', 'talk between A and B', 'talk  between:AB'],
    ['n', 'talk with B', 'talk  with:B'],
    ['v', 'A {talk|meeting} on C', 'talk|meeting  subject:A  on:C'],
    ['v', 'A summon B:{diplomat|envoy}', 'summon  subject:A  object:B{diplomat|envoy}'],
    ['v', 'A brief B (on C)', 'brief  subject:A  object:B  on:C?'],
    ['v', 'A agree to DO', 'agree  subject:A  (to)'],
    ['v', 'A accuse B of DOING', 'accuse  subject:A  object:B  (of ing)'],
    ['v', 'A demand that B DO', 'demand  subject:A  (that:B)'],
    ['v', 'A deploy X in L', 'deploy  subject:A  object:X  in:L'],
    // Particles: a preposition with no noun phrase behind it.
    ['v', 'A back down', 'back +down  subject:A'],
    ['v', 'A turn B down', 'turn +down  subject:A  object:B'],
    ['v', 'A cut back on C', 'cut +back  subject:A  on:C'],
    // A particle right before a noun phrase is written like a preposition; the matcher takes either for the other.
    ['v', 'A call off @sanction', 'call  subject:A  off:{sanction|embargo}'],
    // Complements.
    ['v', 'A keep DOING', 'keep  subject:A  (ing)'],
    ['v', 'A make B DO', 'make  subject:A  object:B  (to)'],
    ['v', 'A say that B DO', 'say  subject:A  (that:B)'],
    ['v', 'A fear that', 'fear  subject:A  (that)'],
    ['v', 'A say that B {must|should}', 'say  subject:A  (that:B{must|should})'],
    ['v', 'A say that B be behind X', 'say  subject:A  (that:B{be})  behind:X'],
    ['v', 'A say that B for X', 'say  subject:A  (that:B)  for:X'],
    ['v', 'A stop B from DOING', 'stop  subject:A  object:B  (from ing)'],
    // Fixed words, their modifiers, owners.
    ['v', 'A break diplomatic tie with B', 'break  subject:A  object:{diplomatic tie}  with:B'],
    ['v', "A reject B's {offer|plan}", 'reject  subject:A  object:B{offer|plan}'],
    ['v', 'A protest {outside|at} B:@diplomat', 'protest  subject:A  outside|at:B{diplomat|envoy}'],
    ['v', 'A mediate between B and C', 'mediate  subject:A  between:AB'],
    ['a', 'A be critical of B', 'critical  subject:A  of:B'],
    ['a', 'A {remain|become} hostile (to B)', 'hostile  subject:A  to:B?'],
    ['n', 'peace talk between A and B', 'peace talk  between:AB'],
    ['n', "A's {accusation|charge} against B", 'accusation|charge  possessor:A  against:B'],
    ['n', 'B:@sanction by A', 'sanction|embargo  possessor:B  by:A'],
    ['n', "A's refusal to DO", 'refusal  possessor:A  (to)'],
    ['n', "A's {talk with B}", 'talk  possessor:A  with:B'],
  ])('%s  %s', (pos, frame, expected) => {
    expect(shapes(pos, frame)).toEqual([expected]);
  });
});

describe('braces that hold more than lemmas are written out, in their order', () => {
  test.each<[string, string, readonly string[]]>([
    ['n', 'talk {with|between A and} B', ['talk  between:AB', 'talk  with:B']],
    ['n', "{A's|B's} visit", ['visit  possessor:A', 'visit  possessor:B']],
    [
      'v',
      'A {earmark|set aside} @aid for B',
      ['set  subject:A  aside:{aid|grain}  for:B', 'earmark  subject:A  object:{aid|grain}  for:B'],
    ],
    [
      'v',
      'A give {money|food|warm coat} to B',
      ['give  subject:A  object:{warm coat}  to:B', 'give  subject:A  object:{money|food}  to:B'],
    ],
    // Braces that only qualify the noun behind them: each word narrows it alone.
    [
      'v',
      'A lend {moral|material} support to B',
      ['lend  subject:A  object:{moral support}  to:B', 'lend  subject:A  object:{material support}  to:B'],
    ],
    ['n', '{trade|peace} talk with B', ['trade talk  with:B', 'peace talk  with:B']],
    ['v', 'A {deny|reject} B', ['deny|reject  subject:A  object:B']],
  ])('%s  %s', (pos, frame, expected) => {
    expect(shapes(pos, frame)).toEqual(expected);
  });

  test('all of one id, the text of the row', () => {
    const read = parseFrames(row('n', 'talk {with|between A and} B'), classes);
    expect(typeof read === 'string' ? [] : read.map((f) => f.id)).toEqual(
      Array(2).fill('CONSULT: talk {with|between A and} B'),
    );
  });
});

describe('what is wrong comes back as a message', () => {
  test.each<[string, string, RegExp]>([
    ['x', 'A meet B', /part of speech "x"/],
    ['v', 'A impose @tariff on B', /unknown word class "@tariff"/],
    ['v', 'A B', /no trigger/],
    ['v', '', /no trigger/],
    ['n', "A's to B", /no trigger/],
    ['v', 'A {talk|meet B', /braces do not balance/],
    ['v', 'A talk|meet} B', /braces do not balance/],
    ['v', 'A {talk||meet} B', /empty alternative/],
    ['v', 'A meet (with B', /parentheses do not balance/],
    ['v', 'A meet with) B', /parentheses do not balance/],
    ['v', 'A meet ((with) B)', /parentheses do not balance/],
    ['v', 'A meet:with B', /only a slot/],
    ['v', 'A meet B:x:y', /only a slot/],
    ['v', 'A meet D', /"D" is no slot/],
    ['v', `A meet ${'{in the|at the} '.repeat(12)}town`, /more than 200 frames/],
  ])('%s  %s', (pos, frame, message) => {
    expect(shapes(pos, frame)).toMatch(message);
  });
});

test('more fixed words make a frame more specific', () => {
  const specificity = (pos: string, frame: string): number => {
    const read = parseFrames(row(pos, frame), classes);
    return typeof read === 'string' ? Number.NaN : (read[0]?.specificity ?? Number.NaN);
  };
  const rising = ['A meet B', 'A meet on C', 'A meet B:@diplomat', 'A meet B:@diplomat on C'];
  const values = rising.map((f) => specificity('v', f));
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(new Set(values).size).toBe(rising.length);
  expect(specificity('n', 'peace talk with B')).toBeGreaterThan(specificity('n', 'talk with B'));
});

test('type, relation and mode of the row go with the frame', () => {
  const read = parseFrames({ ...row('v', 'A phone B'), mode: 'phone', relation: 'spoke-with' }, classes);
  expect(read).toMatchObject([
    { type: 'CONSULT', relation: 'spoke-with', mode: 'phone', pos: 'verb', example: 'Fiji met Samoa.' },
  ]);
});

describe('any text gives frames or a message, never an exception', () => {
  const words = fc.constantFrom(
    ...['A', 'B', "A's", 'C', 'X', 'D', 'DO', 'DOING', 'to', 'that', 'between', 'and', 'with', 'talk', '@aid', '@no'],
    ...['{', '}', '|', '(', ')', ':', '{a|b}', '{with|between A and}', '{set up|x}', 'B:@aid', 'be', '’s', '_', ' '],
  );
  const frames = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 12 }).map((w) => w.join(' ')),
  );
  const parts = fc.constantFrom('v', 'n', 'a', '', 'toString');

  test('property', () => {
    fc.assert(
      fc.property(frames, parts, (frame, pos) => {
        const read = parseFrames(row(pos, frame), classes);
        if (typeof read === 'string') expect(read).not.toBe('');
        else {
          expect(read.length).toBeGreaterThan(0);
          for (const f of read) {
            expect(f.triggers.length).toBeGreaterThan(0);
            expect(f.specificity).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
