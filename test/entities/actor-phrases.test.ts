import { beforeAll, describe, expect, test } from 'vitest';
import { createEntityFinder, type EntityFinder } from '../../src/entities/find.ts';
import { type TestReader, testReader } from '../support/read.ts';

let reader: TestReader;
let finder: EntityFinder;
beforeAll(async () => {
  reader = await testReader();
  finder = createEntityFinder(reader.knowledge);
});

/** Country and sector, "-" where nothing is known. */
function code(phrase: string, options: { readonly date?: string; readonly context?: string } = {}): string {
  const { country, code_1 } = finder.resolveActor(phrase, { ...options, tag: (text) => reader.read(text).doc });
  return `${country || '-'} ${code_1 || '-'}`;
}

describe('bodies of a state', () => {
  test.each([
    ['the Polish parliament', 'POL LEG'],
    ["Poland's Foreign Ministry", 'POL GOV'],
    ['Ministry of Defence of Ukraine', 'UKR GOV'],
    ['the Kenyan High Court', 'KEN JUD'],
    ['Constitutional Court of Peru', 'PER JUD'],
    ['the Sudanese army', 'SDN MIL'],
    ['Rosario police', 'ARG COP'],
    ['Bavarian police', 'DEU COP'],
    ["Israel's spy agency", 'ISR SPY'],
    ['the ruling party in Harare', 'ZWE GOV'],
    ['the Thai opposition party', 'THA PTY'],
    ['state TV in Iran', 'IRN GOV'],
    ['Lviv city council', 'UKR GOV'],
    ['Central Bank of Nigeria', 'NGA GOV'],
    ['Bank of Israel', 'ISR GOV'],
    ['Bank of China', 'CHN BUS'],
    ['Rosario Self-Defence Forces', 'ARG PRM'],
    ['Japan Self-Defense Forces', 'JPN MIL'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });
});

describe('people and groups', () => {
  test.each([
    ['UN peacekeepers', 'UNO IGO'],
    ['Hamas fighters', 'PSE REB'],
    ['taxi drivers', '- CVL'],
    ['the Kampala taxi drivers', 'UGA CVL'],
    ['netizens', '- CVL'],
    ["Chad's displaced", 'TCD REF'],
    ['Mongolian experts', 'MNG EDU'],
    ['political prisoners', '- CVL'],
    ['a wildlife trafficking ring', '- CRM'],
    ['Zimbabwe’s striking doctors', 'ZWE MED'],
    ['Mexican cartel gunmen', 'MEX CRM'],
    ['Rohingya refugees', 'MMR REF'],
    ['Fulani herders in Nigeria', 'NGA AGR'],
    ['the opposition', '- CVL'],
    ['the Burundian opposition', 'BDI CVL'],
    ['opposition parties in Pakistan', 'PAK PTY'],
    ['villagers in northern Mali', 'MLI CVL'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });
});

describe('things stand for those behind them', () => {
  test.each([
    ['Russian missiles', 'RUS MIL'],
    ['a Katyusha', '- MIL'],
    ['ambulance', '- MED'],
    ['a village in eastern Congo', 'COD CVL'],
    ['German intelligence', 'DEU SPY'],
    ['a Chadian lake', 'TCD UNK'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });

  test('but they are no actors of a sentence', () => {
    const { doc, clauses } = reader.read('Chad fired missiles at a village.');
    expect(finder.find(doc, clauses).mentions).toHaveLength(1);
  });
});

describe('who has left office', () => {
  test.each([
    ['former Kenyan soldiers', 'KEN ELI'],
    ['retired Pakistani general', 'PAK ELI'],
    ['exiled Belarusian leader', 'BLR ELI'],
    ["Bolivia's ex-president", 'BOL ELI'],
    ['former Israeli premier Ehud Olmert', 'ISR ELI'],
    ['then-Secretary of State John Kerry', 'USA ELI'],
    ['a former rebel leader in Burundi', 'BDI REB'],
    ['President-elect Lula', 'BRA GOV'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });

  test.each([
    ['2012-05-01', 'USA GOV'],
    ['1 May 2019', 'USA ELI'],
  ])('on %s', (date, expected) => {
    expect(code('Barack Obama', { date })).toBe(expected);
  });
});

describe('who serves an international body acts for it', () => {
  test.each([
    ['António Guterres', '2020-05-01', 'UNO IGO'],
    ['António Guterres', '2000-05-01', 'PRT GOV'],
    ['NATO chief Jens Stoltenberg', '2020-05-01', 'IGO IGO'],
    ['former NATO chief Jens Stoltenberg', '2024-12-01', 'NOR ELI'],
    ['WHO officials', '', 'UNO IGO'],
  ])('%s %s', (phrase, date, expected) => {
    expect(code(phrase, { date })).toBe(expected);
  });
});

describe('whose friends they are comes last', () => {
  test.each([
    ['Turkish-backed rebels in Syria', 'SYR REB'],
    ['US-backed Syrian rebels', 'SYR REB'],
    ['Iranian-backed militias in Iraq', 'IRQ UAF'],
    ['Turkish-backed rebels', 'TUR REB'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });
});

describe('places', () => {
  test.each([
    ['Odesa', 'UKR CVL'],
    ['Kyiv', 'UKR GOV'],
    ['Sumy region', 'UKR CVL'],
    ['Rakhine rebels', 'MMR REB'],
    ['people in Gujarat', 'IND CVL'],
    ['the Guayaquil mayor', 'ECU GOV'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });
});

describe('towns that name nothing in articles', () => {
  test.each([
    ['Sabratha', 'LBY CVL'],
    ['police in Sabratha', 'LBY COP'],
    ['Puerto Peñasco', 'MEX CVL'],
    ['Khanabad District Council', 'AFG GOV'],
    ['a merchant of Xyzzyburg', '- BUS'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });
});

describe('acronyms and small names begin a phrase', () => {
  test.each([
    ['WHO', 'UNO IGO'],
    ['M23', 'COD REB'],
    ['M23 fighters', 'COD REB'],
    ['AfD', 'DEU PTY'],
    ['the AfD', 'DEU PTY'],
    ['anti-balaka fighters', 'CAF PRM'],
    ['State Department', 'USA GOV'],
    ['Who', '- -'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });
});

describe('a body is of the state that its name holds', () => {
  test.each([
    ['Bolivian Northern Airlines', 'BOL BUS'],
    ['Zambia Mineworkers Council', 'ZMB GOV'],
    ['Rwandan Defence Force', 'RWA MIL'],
    ['Ghana Labour Congress', 'GHA LAB'],
    ['Mayor of Bogota', 'COL GOV'],
    ['Nicaraguan opposition leaders', 'NIC PTY'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });
});

describe('without a day an office that somebody has lately left still counts', () => {
  test.each([
    ['Tony Blair', undefined, 'GBR ELI'],
    ['Akylbek Japarov', undefined, 'KGZ GOV'],
    ['Akylbek Japarov', 'today', 'KGZ ELI'],
    ['Akylbek Japarov', '2022-03-01', 'KGZ GOV'],
    ['Kathleen Hicks', undefined, 'USA GOV'],
    ['General Asim Munir', '2023-03-01', 'PAK MIL'],
    ['Kenneth Roth', '2018-05-01', '- NGO'],
  ])('%s, %s', (phrase, date, expected) => {
    expect(code(phrase, date ? { date } : {})).toBe(expected);
  });
});

describe('names in another spelling', () => {
  test.each([
    ['Dehli police', 'IND COP'],
    ['Mumbay', 'IND CVL'],
    ['the Kirgizstan government', 'KGZ GOV'],
    ['Volodimir Zelenskiy', 'UKR GOV'],
    ['Lieutenant General Sergei Rudskoy', 'RUS MIL'],
    ['Karen', '- -'],
    ['Leon Bobb', '- -'],
    ['Frank', '- -'],
    ['Mechanism', '- -'],
  ])('%s', (phrase, expected) => {
    expect(code(phrase)).toBe(expected);
  });
});

test('a country round the phrase helps when it is the only one', () => {
  expect(code('the ministry', { context: 'Talks in Lima went on.' })).toBe('PER GOV');
  expect(code('the ministry', { context: 'Peru met Chile.' })).toBe('- GOV');
});
