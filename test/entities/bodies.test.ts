import { beforeAll, describe, expect, test } from 'vitest';
import { testReader } from '../support/read.ts';
import { createFind, type Find } from './found.ts';

let find: Find;
beforeAll(async () => {
  find = createFind(await testReader());
});

describe('nouns that name a body or what somebody does', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['Kenya eased limits on the movement of nurses.', 'the movement', undefined],
    ['Norway banned the publication of maps of Chile.', 'the publication', undefined],
    ['Chad declared a state of emergency.', 'a state', undefined],
    ['Peru repeated its opposition to the pact.', 'its opposition', undefined],
    ['Ghana sent a mission to Togo.', 'a mission', undefined],
    ['Libya said the mission failed.', 'the mission', []],
    ['The Omani mission accused Yemen of fraud.', 'The Omani mission', ['org:OMN:mission']],
    ['The mission of Oman accused Yemen of fraud.', 'The mission', ['org:OMN:mission']],
    ['The UN mission in Mali condemned the attack.', 'The UN mission', ['org:un']],
    ['The Syrian opposition praised the pact.', 'The Syrian opposition', ['group:SYR:opposition']],
    [
      'The Free Derna Movement met in public on Sunday. Chad banned the movement.',
      'the movement',
      ['org:LBY:free-derna-movement'],
    ],
  ])('%s', (text, words, entities) => {
    expect(find(text).of(words)).toEqual(entities);
  });
});

describe('people of whom nothing more is told', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['Libya shelled the town and people fled.', 'people', []],
    ['Sailors protested in Lima.', 'Sailors', []],
    ['Pirates attacked merchant ships off Somalia.', 'merchant ships', []],
    ['Workers marched on Monday. They burned flags.', 'They', []],
    ['Iran detained ten inmates.', 'ten inmates', []],
    ['Kenyan protesters burned flags.', 'Kenyan protesters', ['group:KEN:protesters']],
    ['Iran detained sailors of a Greek tanker.', 'sailors', ['group:GRC:sailors']],
    ['Serbia protected ethnic Croats and Roma refugees.', 'Roma refugees', ['group:01234567:roma-refugees']],
    ['Pirates attacked a port of Oman.', 'Pirates', ['group:01234567:pirates']],
    ['Togo blamed the rebels.', 'the rebels', ['group:01234567:rebels']],
  ])('%s', (text, words, entities) => {
    const found = find(text);
    expect(found.of(words)).toEqual(entities);
    expect(found.own.filter((id) => id.startsWith('group:'))).toEqual(
      found.layer.links.map((l) => l.entity).filter((id) => id.startsWith('group:')),
    );
  });
});

describe('nouns that begin with the name of those for whom they act', () => {
  test.each<[string, string, readonly string[]]>([
    ['UN inspectors left Chad.', 'UN inspectors', ['org:un']],
    ['An EU official left Chad.', 'An EU official', ['org:eu']],
    ['U.N. peacekeepers came to Chad. The peacekeepers fired.', 'The peacekeepers', ['org:un']],
    ['Inspectors left Chad.', 'Inspectors', []],
  ])('%s', (text, words, entities) => {
    expect(find(text).of(words)).toEqual(entities);
  });
});

describe('bodies of a part of a state', () => {
  test.each<[string, string, readonly string[]]>([
    ['The Punjab government signed a pact.', 'The Punjab government', ['org:punjab:government']],
    ["India's Gujarat government signed a pact.", "India's Gujarat government", ['org:gujarat:government']],
    ['The government of Gujarat signed a pact.', 'The government', ['org:gujarat:government']],
    ["Derna's police clashed with rebels.", "Derna's police", ['org:derna:police']],
    ['The government in Gujarat fell.', 'The government', ['IND']],
    ['Gujarat officials arrived.', 'Gujarat officials', ['IND']],
    ['The Oslo government signed a pact.', 'The Oslo government', ['NOR']],
    ["Lima's police clashed with rebels.", "Lima's police", ['org:PER:police']],
  ])('%s', (text, words, entities) => {
    expect(find(text).of(words)).toEqual(entities);
  });

  test('two regions of one state are two parties, and parts of it', () => {
    const { layer } = find('The Gujarat government sued the Maharashtra government.');
    expect(layer.facts.map((f) => [f.relation, f.source, f.target])).toEqual([
      ['part-of', 'org:gujarat:government', 'country:IND'],
      ['part-of', 'org:maharashtra:government', 'country:IND'],
    ]);
  });
});

describe('military units', () => {
  test.each<[string, string, readonly string[]]>([
    ['The 10th Mountain Division left.', '10th Mountain Division', ['org:10th-mountain-division']],
    [
      'Pilots of the 7th Air Expeditionary Group left.',
      '7th Air Expeditionary Group',
      ['org:7th-air-expeditionary-group'],
    ],
    ['Troops of the Third Army left.', 'Third Army', ['org:third-army']],
  ])('%s', (text, words, entities) => expect(find(text).of(words)).toEqual(entities));

  test.each([
    'The 7th Consulting Group left.',
    'The First Division club left.',
    'The 20th Congress met.',
    'The 4th brigade left.',
  ])('none: %s', (text) => expect(find(text).layer.entities.filter((e) => e.sector === 'MIL')).toEqual([]));
});

describe('what is part of a state', () => {
  test.each([
    ['The Defence Ministry of Ukraine published a video.', ['part-of org:UKR:defence-ministry country:UKR']],
    ["Iraq's Ministry of Oil signed the contract.", ['part-of org:IRQ:ministry-of-oil country:IRQ']],
    ['The Russian army left.', ['part-of org:RUS:army country:RUS']],
    ["Kenya's Equity Bank left.", []],
  ])('%s', (text, facts) =>
    expect(find(text).layer.facts.map((f) => `${f.relation} ${f.source} ${f.target}`)).toEqual(facts),
  );
});

describe('a country as land', () => {
  test.each<[string, string, string]>([
    ["Peru's army fired on rebels in the country.", 'the country', 'place'],
    ['Peru mourned. Rebels marched in the capital.', 'the capital', 'place'],
    ['Peru mourned. The country closed its ports.', 'The country', 'actor'],
    ['Peru mourned. Chile helped the country.', 'the country', 'actor'],
  ])('%s', (text, words, use) => {
    expect(find(text).use(words)).toBe(use);
  });
});

describe('nouns that no name near by may own', () => {
  test.each<[string, string, readonly string[]]>([
    ['Chad thanked Libya. Countries sent aid.', 'Countries', []],
    ['Chad mourned. It thanked developed nations.', 'developed nations', []],
    ['Chad mourned. It thanked the South American nation.', 'the South American nation', []],
    ['Chad mourned. It thanked the South American nation of Peru.', 'the South American nation', ['PER']],
    ["Chad met the European Union's poorest country.", "the European Union's poorest country", []],
    ['Chad mourned. The country closed its ports.', 'The country', ['TCD']],
    ['The people of Chad mourned. Ten people were hurt in a fire.', 'Ten people', []],
    ['Chadian people mourned. The people wept.', 'The people', ['group:TCD:people']],
  ])('%s', (text, words, entities) => {
    expect(find(text).of(words)).toEqual(entities);
  });
});

describe('where the name of a body begins and ends, and what is none', () => {
  test.each<[string, readonly string[]]>([
    ['Chad closed the Oil and Chemical Ministry on Monday.', ['org:oil-and-chemical-ministry']],
    ['Chad praised Oman and Energy Ministry officials.', []],
    ['The bank left the Government Savings Fund.', ['org:government-savings-fund']],
    ['But the British Foreign Ministry denied it.', ['org:GBR:foreign-ministry']],
    ['The Great Chadian Massacre was long ago, and the Great Chadian Massacre was cruel.', []],
    ['Chad cancelled the last American bombing mission.', []],
  ])('%s', (text, bodies) => {
    expect(find(text).own.filter((id) => id.startsWith('org:'))).toEqual(bodies);
  });

  test.each<[string, string, string]>([
    ['The Australian government protested to Chad.', 'The Australian government', 'AUS'],
    ['The Australian reported on Monday that Chad protested.', 'The Australian', 'media:the-australian'],
  ])('%s', (text, words, entity) => {
    expect(find(text).of(words)).toEqual([entity]);
  });

  test('a state is nobody in apposition', () => {
    const found = find('Chad mourned. Rebels hid in the country, Rita Cobb, a nurse, said.');
    expect(found.of('the country')).toEqual(['TCD']);
  });
});

describe('a group is that of a state only where the words point to one spoken of', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['Warships escorted trawlers. Norwegian trawlers fled.', 'trawlers', []],
    ['Norwegian trawlers fled. Iceland stopped the trawlers.', 'the trawlers', ['group:NOR:trawlers']],
    ['Rebels seized Derna. Libyan rebels burned flags.', 'Rebels', ['group:LBY:rebels']],
  ])('%s', (text, words, entities) => {
    expect(find(text).of(words)).toEqual(entities);
  });
});

describe('both governments', () => {
  const ROW = 'Iceland condemned Britain. Britain accused Iceland of lies. Iceland sued Britain.';
  test.each<[string, readonly string[] | undefined]>([
    [`${ROW} Chile warned both governments.`, ['GBR', 'ISL']],
    ['Denmark and Norway argued. Chile warned both governments.', ['DNK', 'NOR']],
    // Bystanders named last, or the two whom the article is about: nobody knows.
    [`${ROW} Denmark and Norway watched. Chile warned both governments.`, undefined],
  ])('%s', (text, entities) => {
    expect(find(text).of('both governments')?.toSorted()).toEqual(entities);
  });
});
