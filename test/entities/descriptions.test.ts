import { beforeAll, describe, expect, test } from 'vitest';
import { testReader } from '../support/read.ts';
import { createFind, type Find } from './found.ts';

let find: Find;
beforeAll(async () => {
  find = createFind(await testReader());
});

type Row = readonly [text: string, words: string, entities: readonly string[] | undefined];
const reads = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, words, entities) => {
    expect(find(text, { publishedOn: '2023-05-10' }).of(words)).toEqual(entities);
  });
};

describe('people by their office', () => {
  reads([
    [
      "Norway's foreign minister, Espen Barth Eide, flew to Beirut on Monday. The minister met Lebanese officials.",
      'The minister',
      ['person:espen-barth-eide'],
    ],
    [
      'The UN special envoy Hans Grundberg arrived in Sanaa on Sunday. The envoy urged a truce.',
      'The envoy',
      ['person:hans-grundberg'],
    ],
    ['King Mohammed VI visited Marrakesh. The monarch gave blood.', 'The monarch', ['person:mohammed-vi-of-morocco']],
    [
      "Ecuador's president, Guillermo Lasso, dissolved the parliament. The conservative leader had faced trial.",
      'The conservative leader',
      ['person:guillermo-lasso'],
    ],
    [
      'The Italian premier Giorgia Meloni met Volodymyr Zelensky. The Ukrainian leader thanked her.',
      'The Ukrainian leader',
      ['person:volodymyr-zelensky'],
    ],
    // Two presidents: the subject.
    [
      "Brazil's president, Lula, received Nicolas Maduro. The leftist leader called US sanctions cruel.",
      'The leftist leader',
      ['person:luiz-inacio-lula-da-silva'],
    ],
    // Nobody is named, but the state is.
    ['Turkey summoned the Swedish ambassador. The diplomat was told of its anger.', 'The diplomat', ['SWE']],
    ['Madagascar expelled the French ambassador. The ambassador left on Friday.', 'The ambassador', ['FRA']],
    [
      'Sergei Lavrov arrived in Ankara on Thursday. His Turkish counterpart welcomed him.',
      'His Turkish counterpart',
      ['TUR'],
    ],
  ]);
});

describe('bodies by their kind', () => {
  reads([
    ['Hamas fired rockets at Ashkelon on Tuesday. The group said it would continue.', 'The group', ['group:hamas']],
    [
      'Israel and Hezbollah exchanged fire. The militant group lost two men.',
      'The militant group',
      ['group:hezbollah'],
    ],
    ['Colombia resumed talks with the ELN. The rebels agreed to a truce.', 'The rebels', ['group:eln']],
    [
      'Somali troops retook Adale from al-Shabab. The Islamists had held it for years.',
      'The Islamists',
      ['group:al-shabaab'],
    ],
    ['Shell said it would leave Russia. The company employs many people there.', 'The company', ['org:shell']],
    ['Boeing sold 50 jets to Chile. The US company will deliver them soon.', 'The US company', ['org:boeing']],
    ['The World Bank approved a loan for Kenya. The lender praised the plan.', 'The lender', ['org:world-bank']],
    ['The European Union agreed new sanctions on Belarus. The bloc accused Minsk of fraud.', 'The bloc', ['org:eu']],
    ['The African Union suspended Niger. The organisation demanded a vote.', 'The organisation', ['org:african-union']],
    ['Syria rejoined the Arab League. The League had suspended Damascus.', 'The League', ['org:arab-league']],
    ['Chad asked NATO for help. China warned the alliance.', 'the alliance', ['org:nato']],
    ['The M23 rebels took Bunagana. The group of thirty men fled.', 'The group', undefined],
    // Several of the kind, none of them the subject.
    ['Chad fought Hamas and Hezbollah. The group withdrew.', 'The group', undefined],
    // Another kind, another state.
    ['Shell left Russia. The newspaper praised the step.', 'The newspaper', []],
    ['Boeing sold 50 jets to Chile. The French company protested.', 'The French company', ['group:FRA:companies']],
    ['The EU met. Aid organisations protested.', 'Aid organisations', []],
  ]);
});

describe('bodies of a state by a part of their name', () => {
  reads([
    [
      'The Polish Defence Ministry ordered tanks. The ministry said they were cheap.',
      'The ministry',
      ['org:POL:defence-ministry'],
    ],
    [
      "Pakistan's army killed ten militants near Afghanistan. The military blamed the Taliban.",
      'The military',
      ['org:PAK:army'],
    ],
    ['The Israeli military struck Gaza. The army said it hit Hamas posts.', 'The army', ['org:ISR:armed-forces']],
    [
      'Ottawa expelled a man. The foreign ministry in New Delhi called it absurd.',
      'The foreign ministry',
      ['org:IND:foreign-ministry'],
    ],
    ['Courts in Italy protested.', 'Courts', ['org:ITA:court']],
    ['Togo sent 200 troops in Mali home.', '200 troops', ['org:TGO:armed-forces']],
  ]);
});

describe('governments of regions', () => {
  reads([
    ['The Catalan government rejected the offer from Madrid.', 'The Catalan government', ['org:catalonia:government']],
    ['The Tibetan parliament met in India.', 'The Tibetan parliament', ['org:tibet:parliament']],
    ["Scotland's government sued London.", "Scotland's government", ['org:scottish-government']],
    ['The Scottish government sued London.', 'Scottish government', ['org:scottish-government']],
    [
      'Quebec met Justin Trudeau. The provincial government wants more money.',
      'The provincial government',
      ['org:quebec:government'],
    ],
    ['The Kurdish regional government met.', 'Kurdish regional government', ['org:krg']],
  ]);
});

describe('states by what they are', () => {
  reads([
    ['Saudi Arabia cut its output. The kingdom said the cut would last.', 'The kingdom', ['SAU']],
    ['Saudi Arabia met Russia. Washington criticised the kingdom.', 'the kingdom', ['SAU']],
    ['Protests erupted in Lima on Saturday. The government declared an emergency.', 'The government', ['PER']],
  ]);
});

describe('whose government, whose army', () => {
  reads([
    // Who speaks of the government speaks of another's.
    ['Syria bombed Aleppo. Washington said the government must stop.', 'the government', ['SYR']],
    ['Washington said the government must stop.', 'the government', []],
    ["Mali's president fled. Paris warned that the army might step in.", 'the army', ['org:MLI:army']],
    ['Peru met Chile. The government in Lima recalled its envoy.', 'The government', ['PER']],
    ['Iraqi troops took the city on Monday. They cleared it of enemy forces.', 'enemy forces', []],
    ['Iraqi soldiers fought the rebels. Coalition forces bombed the town.', 'Coalition forces', []],
    ['Hamas fighters left Gaza. The fighters were seen near the border.', 'The fighters', ['group:hamas']],
    ['Hamas fighters left Gaza. Fighters were seen near the border.', 'Fighters', ['group:01234567:fighters']],
  ]);
});

describe('what belongs to a person', () => {
  reads([
    ['Anna Keller met Chad. Her newspaper praised the step.', 'Her newspaper', []],
    ['Alexander Lukashenko spoke. His army would host missiles.', 'His army', ['org:BLR:army']],
    ['Ekrem Imamoglu was jailed. His lawyers will appeal.', 'His lawyers', []],
    ["Benjamin Netanyahu's coalition met.", "Benjamin Netanyahu's coalition", []],
    [
      'Nelson Chamisa was arrested. His party, the Citizens Coalition for Change, protested.',
      'His party',
      ['org:ccc-zimbabwe'],
    ],
  ]);
});

describe('two of whom the text spoke', () => {
  reads([
    [
      'Chile and Peru signed a treaty on Friday. The two countries had quarrelled.',
      'The two countries',
      ['CHL', 'PER'],
    ],
    ['Chile and Peru signed a treaty on Friday. The neighbours had quarrelled.', 'The neighbours', ['CHL', 'PER']],
    [
      'Emmanuel Macron and Olaf Scholz met. The leaders spoke of tanks.',
      'The leaders',
      ['person:emmanuel-macron', 'person:olaf-scholz'],
    ],
    [
      'The United States and Iran resumed talks in Oman. The two delegations met.',
      'The two delegations',
      ['USA', 'IRN'],
    ],
    // An envoy and the body that sent him are one side.
    ['The UN special envoy Hans Grundberg arrived in Sanaa. The envoy urged both sides to stop.', 'both sides', []],
    ['Chile met Peru, Chad and Mali. The leaders left.', 'The leaders', []],
  ]);
});

describe('people of one surname', () => {
  reads([
    ['Hugo Ramos met Elena Ramos in Quito. Mr Ramos praised the treaty.', 'Ramos', ['person:hugo-ramos']],
    ['Hugo Ramos met Elena Ramos in Quito. Ms Ramos praised the treaty.', 'Ramos', ['person:elena-ramos']],
    ['Hugo Ramos met Elena Ramos in Quito. Ramos praised the treaty.', 'Ramos', undefined],
    ['Bush met reporters on Monday.', 'Bush', []],
    ['Powell arrived in Seoul on Monday.', 'Powell', []],
  ]);

  test('a woman is not he', () => {
    expect(find('Maria Ramos met Chad. He left.').of('He')).toBeUndefined();
  });
});

describe('names', () => {
  reads([
    ['Boeing sold jets to Chile.', 'Boeing', ['org:boeing']],
    ['Yesterday President Herrera quietly refused to meet rebels.', 'Herrera', ['person:herrera']],
    ['Rebels took Aleppo province.', 'Aleppo province', ['place:aleppo-province']],
    ['Rebels took Aleppo city.', 'Aleppo', ['place:aleppo']],
    ['Israel and Islamic Jihad agreed to a truce in Egypt.', 'Islamic Jihad', ['group:palestinian-islamic-jihad']],
    ['The Labour Party lost in Nigeria.', 'Labour Party', ['org:labour-party']],
    ['The pope will send him to Kyiv.', 'Kyiv', ['place:kyiv']],
  ]);
});

describe('who holds the office on the day', () => {
  reads([
    [
      "The EU's foreign policy chief, Josep Borrell, praised Aleksandar Vucic. The president thanked him.",
      'The president',
      ['person:aleksandar-vucic'],
    ],
    ['The US Treasury fined a Chinese firm. The Treasury said it sold arms.', 'The Treasury', ['org:us-treasury']],
  ]);
});

describe('phrases that say themselves whose', () => {
  const met = 'Croatian President Vesna Horvat met Serbian President Milan Ilic. ';
  test.each([
    [`${met}The leaders of the farmers' union also came.`, 'The leaders', []],
    ['Syria attacked Homs. The government of the rebels replied.', 'The government', []],
    ["The Finnish militia Karhu left Estonia. The group's leader fled.", "The group's leader", ['org:FIN:karhu']],
    ['The Government of Kenya and the East African Community signed a treaty.', 'The Government', ['KEN']],
    ['A U.S.-led air force struck targets in Syria.', 'A U.S.-led air force', ['USA']],
    ['A NATO-led force shelled Serbia.', 'A NATO-led force', ['org:nato']],
    ['Turkish-backed rebels shelled Afrin.', 'Turkish-backed rebels', ['group:test:rebels']],
    ['China opposed all Taipei efforts to join.', 'Taipei', ['TWN']],
  ])('%s', (text, words, entities) => {
    const found = find(text).of(words);
    expect(found?.map((id) => id.replace(/^group:\w+:rebels/, 'group:test:rebels'))).toEqual(entities);
  });
});

describe('citizens and police of the scene', () => {
  test.each([
    ['Thousands of protesters marched in Nairobi.', 'protesters', ['group:KEN:protesters']],
    ['Police arrested opposition leaders in Harare.', 'Police', ['org:ZWE:police']],
    ['Police arrested opposition leaders in Harare.', 'opposition leaders', ['group:ZWE:opposition']],
    ['Turkey said protesters attacked its embassy in Athens.', 'protesters', []],
    ['Protesters criticised Chad.', 'Protesters', []],
    ['A court in Ankara jailed two Greek soldiers. Prosecutors accused them of spying.', 'Prosecutors', ['TUR']],
    ['NAIROBI (AP) - Gunmen stormed a hotel. Police arrested a Sudanese man.', 'Police', ['org:KEN:police']],
    ['BRUSSELS (AP) - Gunmen stormed a hotel. Prosecutors charged a Sudanese man.', 'Prosecutors', []],
    ['Lawmakers in Athens criticised the deal.', 'Lawmakers', ['GRC']],
  ])('%s: %s', (text, words, entities) => {
    expect(find(text).of(words)).toEqual(entities);
  });
});

describe('who acts for no state, and what does not act', () => {
  test.each([
    ['A Syrian journalist accused Iran of lying.', 'A Syrian journalist', ['group:SYR:journalists']],
    ['A French businessman was arrested in Iran.', 'A French businessman', ['group:FRA:businessmen']],
    ['A French minister was arrested in Iran.', 'A French minister', ['FRA']],
    ['Volvo closed its U.S. business.', 'its U.S. business', undefined],
    ['Chad flooded the banks of the river.', 'the banks', undefined],
    ['Palestinian movement between the towns was restricted.', 'Palestinian movement', undefined],
    ['Unions called a strike in Japan. They accused Toyota of lying.', 'They', undefined],
    ['The pact will bind the EU. It will enter into force in May.', 'It', undefined],
    ['Kathy Hale, who lived with him in London, met envoys.', 'him', undefined],
    ['Anadolu Agency reported on the talks. He left for Serbia.', 'He', undefined],
  ])('%s', (text, words, entities) => {
    expect(find(text).of(words)).toEqual(entities);
  });

  test('on behalf of', () => {
    expect(find('On behalf of President Obama, I congratulate Kenya.').of('I')).toEqual(['USA']);
  });
});
