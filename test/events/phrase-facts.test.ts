import { describe, expect, it } from 'vitest';
import { analyse, factLine } from '../support/story.ts';

const STANDING = /^(?:backs|leads|controls|member-of|part-of|allied-with|speaks-for)$/;

/** What holds, `relation: source -> target`, without the parts of states. */
const held = (text: string): string[] => [
  ...new Set(
    analyse(text)
      .facts.filter((f) => STANDING.test(f.relation) && !f.evidence.rule.startsWith('entities/'))
      .map(factLine),
  ),
];

describe('what noun phrases say in passing', () => {
  it.each([
    // tied by a hyphen
    ['Villagers fled the Houthi-controlled port of Hodeidah.', ['controls: group:houthis -> place:hodeidah']],
    ['The jets hit Taliban-held Kunduz.', ['controls: group:taliban -> place:kunduz']],
    ['The Iranian-backed Houthi movement fired a missile.', ['backs: IRN -> group:houthis']],
    ['A US-made jet crashed near Hodeidah.', []],
    // appositions and "as"
    ['The Qassam Brigades, the armed wing of Hamas, denied it.', ['part-of: group:qassam-brigades -> group:hamas']],
    ['Belarus, an ally of Russia, abstained.', ['allied-with: BLR -> RUS']],
    ['Belarus, a former ally of Russia, abstained.', []],
    ['The Qassam Brigades, part of Hamas, left.', ['part-of: group:qassam-brigades -> group:hamas']],
    ['Latvia guards the border as part of NATO.', ['part-of: LVA -> org:nato']],
    ['Latvia may guard the border as part of NATO.', []],
    ['Dabiq, the self-proclaimed capital of the Islamic State, fell.', ['controls: group:isis -> place:dabiq']],
    ['Minsk, the capital of Belarus, is quiet.', []],
    // whose they are
    [
      'Lena Berg of the International Red Cross said the road was closed.',
      ['member-of: person:lena-berg -> org:international-red-cross'],
    ],
    ['The 3rd Battalion of the 75th Ranger Regiment left.', ['part-of: org:3rd-battalion -> org:75th-ranger-regiment']],
    ["President Luis Arce spoke. Arce's government fell.", ['leads: person:luis-arce -> BOL']],
    // strongholds, with the place behind or what is said of it
    ['The Taliban stronghold of Kunduz was bombed.', ['controls: group:taliban -> place:kunduz']],
    ['Kunduz has long been a Taliban stronghold.', ['controls: group:taliban -> place:kunduz']],
    ['Kunduz is no Taliban stronghold.', []],
    // under somebody
    ['Kunduz is under Taliban control.', ['controls: group:taliban -> place:kunduz']],
    ['Kunduz is not under Taliban control.', []],
    [
      'The 4th Guards Brigade is under the command of General Oleksandr Syrskyi.',
      ['leads: person:oleksandr-syrskyi -> org:4th-guards-brigade'],
    ],
    // allies and helpers
    ['Russia and its ally Belarus met.', ['allied-with: RUS -> BLR']],
    ['Chad thanked its Nigerian neighbours.', []],
    ['The French air force flew in support of the Malian army.', ['backs: org:FRA:air-force -> org:MLI:army']],
    ['The French air force will fly in support of the Malian army.', []],
    [
      'The Malian army retook Kidal with the help of the Wagner Group.',
      ['controls: org:MLI:army -> place:kidal', 'backs: group:wagner -> org:MLI:army'],
    ],
    ['The targets include depots in support of Hamas.', []],
    // in charge of a place
    ['The mayor of Kharkiv, Ihor Terekhov, left.', ['leads: person:ihor-terekhov -> place:kharkiv']],
    ['Kharkiv mayor Ihor Terekhov left.', ['leads: person:ihor-terekhov -> place:kharkiv']],
    ['Former Kharkiv mayor Ihor Terekhov left.', []],
    // in charge of a body that is taken up or described
    ["Hamas fighters left. The group's leader, Karim Aziz, was hurt.", ['leads: person:karim-aziz -> group:hamas']],
    ['NATO said its secretary general, Lena Moss, was ill.', ['leads: person:lena-moss -> org:nato']],
    [
      'Amal Khoury is the president of the Lebanese Red Cross.',
      ['leads: person:amal-khoury -> org:LBN:lebanese-red-cross'],
    ],
    ['Amal Khoury is not the president of the Lebanese Red Cross.', []],
    // names in front, and people who are no members
    ['NATO member Turkey closed its border.', ['member-of: TUR -> org:nato']],
    ['Hamas freed 24 hostages. The group included ten Thais.', []],
    ['A Georgian delegation led by Maka Dvali left.', []],
    ['The Georgian government, led by Maka Dvali, fell.', ['leads: person:maka-dvali -> GEO']],
  ])('%s', (text, expected) => expect(held(text)).toEqual(expected));
});

it('rebels who hold a place are those of its country', () => {
  expect(held('Syrian rebels fled. Shells hit rebel-held Idlib.')).toEqual([
    'controls: group:SYR:rebels -> place:idlib',
  ]);
});

describe('what frames say of a noun that stands for a name', () => {
  it.each([
    ['Mosul is a big city controlled by Daesh.', ['controls: group:isis -> place:mosul']],
    ['Manbij, a town held by the Taliban, was shelled.', ['controls: group:taliban -> place:manbij']],
    ['The Taliban hold 20 Afghan soldiers.', []],
    ['A Libyan man suspected of being a member of the Taliban was held.', []],
  ])('%s', (text, expected) => expect(held(text)).toEqual(expected));
});

it('keeps who says what holds', () => {
  const fact = analyse('Israel claims that Hamas controls Rafah.').facts.find((f) => f.relation === 'controls');
  expect(fact?.attribution).toMatchObject({ speaker: 'country:ISR', verb: 'claim' });
});

it('is told once a sentence, with each sentence as evidence', () => {
  const text = 'Russian Foreign Minister Sergey Lavrov left. Russian Foreign Minister Sergey Lavrov returned.';
  const held = analyse(text).facts.filter((f) => f.relation === 'holds-office-in');
  expect(held.map((f) => [f.source, f.target, f.evidence.quote])).toEqual([
    ['person:sergei-lavrov', 'country:RUS', 'Russian Foreign Minister Sergey Lavrov left.'],
    ['person:sergei-lavrov', 'country:RUS', 'Russian Foreign Minister Sergey Lavrov returned.'],
  ]);
});
