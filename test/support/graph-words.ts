import type { ArticleRecord, NodeAttributes } from '../../src/graph/attributes.ts';
import type { EventTypeCode, QuadClass } from '../../src/model/event.ts';

/** Reports in our own words on well-known public events, from outlets that don't exist: one sentence a paragraph. */
export const testArticles: readonly ArticleRecord[] = [
  article('a1', 'Camp David accords signed', '1978-09-18', 'Harbour Gazette', [
    'Egypt and Israel signed the Camp David accords on 17 September 1978.',
    'President Jimmy Carter had hosted Anwar Sadat for thirteen days.',
  ]),
  article('a2', 'Nuclear deal reached in Vienna', '2015-07-14', 'Northern Wire', [
    'Iran and the United States agreed on limits to the Iranian nuclear programme on 14 July 2015.',
    'Russia and France took part in the Vienna talks.',
    'The International Atomic Energy Agency is to inspect Iranian sites.',
  ]),
  article('a3', 'Riyadh breaks with Tehran', '2016-01-04', 'Northern Wire', [
    'Saudi Arabia broke off relations with Iran on 3 January 2016.',
    'Iran criticised the decision.',
  ]),
  article('a4', 'Washington leaves the nuclear deal', '2018-05-09', 'Harbour Gazette', [
    'The United States sanctioned Iran again after leaving the deal on 8 May 2018.',
    'France and Iran spoke by telephone on the nuclear programme.',
  ]),
  article('a5', 'Envoys sent home', '2018-03-15', 'Morning Ledger', [
    'The United Kingdom expelled 23 Russian diplomats on 14 March 2018.',
    'Theresa May accused Russia of the attack in Salisbury.',
    'Sergei Lavrov rejected the accusation.',
  ]),
  article('a6', 'Tehran and Riyadh restore ties', '2023-03-11', 'Morning Ledger', [
    'Iran and Saudi Arabia agreed in Beijing on 10 March 2023 to restore relations.',
    'China mediated between Iran and Saudi Arabia.',
    'Rafael Grossi had visited Iran a week earlier.',
  ]),
  article('a7', 'Drones over Israel', '2024-04-15', 'Northern Wire', [
    'Iran attacked Israel with drones and missiles on the night of 13 April 2024.',
    'Iran said that Israel had struck its consulate in Damascus.',
    'France criticised Iran on 14 April 2024.',
    'Moscow denied that it had armed Iran.',
    'Rafael Grossi plans to visit Iran in May.',
    'If sanctions ended, Iran would cooperate with the International Atomic Energy Agency.',
  ]),
  article('a8', 'Moscow and Tehran side by side', undefined, undefined, [
    'Russia and Iran cooperate on the Syrian crisis.',
    'Russia praised Iran.',
  ]),
];

export type NodeFields = Partial<NodeAttributes> & Pick<NodeAttributes, 'label' | 'kind'>;

export const nodes: Readonly<Record<string, NodeFields>> = {
  'country:CHN': { label: 'China', kind: 'country', country: 'CHN', iso3166: 'CHN', wikidata: 'Q148' },
  'country:EGY': { label: 'Egypt', kind: 'country', country: 'EGY', iso3166: 'EGY', wikidata: 'Q79' },
  'country:FRA': { label: 'France', kind: 'country', country: 'FRA', iso3166: 'FRA', wikidata: 'Q142' },
  'country:GBR': {
    label: 'United Kingdom',
    kind: 'country',
    country: 'GBR',
    iso3166: 'GBR',
    aliases: ['Britain', 'UK'],
  },
  'country:IRN': {
    ...{ label: 'Iran', kind: 'country', country: 'IRN', iso3166: 'IRN', wikidata: 'Q794', mentions: 21, articles: 6 },
    aliases: ['Islamic Republic of Iran', 'Persia'],
  },
  'country:ISR': { label: 'Israel', kind: 'country', country: 'ISR', iso3166: 'ISR', wikidata: 'Q801' },
  'country:RUS': {
    ...{ label: 'Russia', kind: 'country', country: 'RUS', iso3166: 'RUS', wikidata: 'Q159', mentions: 8, articles: 4 },
    aliases: ['Moscow', 'Russian Federation'],
  },
  'country:SAU': { label: 'Saudi Arabia', kind: 'country', country: 'SAU', iso3166: 'SAU', aliases: ['KSA'] },
  'country:USA': {
    ...{ label: 'United States', kind: 'country', country: 'USA', iso3166: 'USA', mentions: 6, articles: 3 },
    aliases: ['United States of America', 'US', 'USA'],
  },
  'event:vienna-talks-2015': { label: 'Vienna talks', kind: 'event', subkind: 'talks', known: false },
  'issue:iranian-nuclear-programme': { label: 'Iranian nuclear programme', kind: 'issue', known: false },
  'issue:syrian-crisis': { label: 'Syrian crisis', kind: 'issue', known: false },
  'org:iaea': {
    ...{ label: 'International Atomic Energy Agency', kind: 'organization', subkind: 'un-body', sector: 'IGO' },
    aliases: ['IAEA'],
  },
  'person:anwar-sadat': { label: 'Anwar Sadat', kind: 'person', country: 'EGY', sector: 'GOV' },
  'person:jimmy-carter': { label: 'Jimmy Carter', kind: 'person', country: 'USA', sector: 'GOV' },
  'person:rafael-grossi': {
    ...{ label: 'Rafael Grossi', kind: 'person', sector: 'IGO', aliases: ['Grossi'] },
    offices: [{ title: 'director general', of: 'org:iaea' }],
  },
  'person:sergei-lavrov': {
    ...{ label: 'Sergei Lavrov', kind: 'person', country: 'RUS', sector: 'GOV', aliases: ['Lavrov', 'Sergey Lavrov'] },
    offices: [{ title: 'foreign minister', of: 'country:RUS', from: '2004' }],
  },
  'person:theresa-may': { label: 'Theresa May', kind: 'person', country: 'GBR', sector: 'GOV' },
  'place:vienna': { label: 'Vienna', kind: 'place', subkind: 'city', country: 'AUT' },
};

/** Label, inverse label, symmetric?, PLOVER type, mode, quad class, CAMEO code, Goldstein value, tone. */
export type Reading = readonly [
  string,
  string,
  boolean,
  EventTypeCode?,
  (string | undefined)?,
  QuadClass?,
  string?,
  number?,
  number?,
];

export const readings: Readonly<Record<string, Reading>> = {
  'agreed-with': ['agreed with', 'agreed with', true, 'AGREE', undefined, 1, '030', 4, 2.5],
  accused: ['accused', 'was accused by', false, 'ACCUSE', 'allege', 3, '112', -2, -3.5],
  armed: ['gave military aid to', 'received military aid from', false, 'AID', undefined, 2, '072', 8.3, 10],
  attacked: ['attacked', 'was attacked by', false, 'ASSAULT', undefined, 4, '190', -10, -9],
  'broke-relations-with': [
    ...(['broke or reduced relations with', 'saw relations broken by', false, 'SANCTION'] as const),
    ...(['discontinue', 4, '161', -4, -6] as const),
  ],
  'cooperates-on': ['cooperates on', 'is an object of cooperation of', false, 'COOPERATE', undefined, 2, '060', 6, 9.5],
  'cooperates-with': ['cooperates with', 'cooperates with', true, 'COOPERATE', undefined, 2, '060', 6, 9.5],
  criticised: ['criticised', 'was criticised by', false, 'ACCUSE', 'disapprove', 3, '111', -2, -2],
  'expelled-diplomats-of': [
    ...(['expelled diplomats of', 'had diplomats expelled by', false, 'SANCTION'] as const),
    ...(['expel', 4, '166', -7, -5.5] as const),
  ],
  'holds-office-in': ['holds office in', 'has as office-holder', false],
  hosted: ['hosted', 'was hosted by', false, 'CONSULT', 'visit', 1, '043', 2.8, 4],
  'mediates-between': [
    ...(['mediates between', 'has its dispute mediated by', false, 'CONSULT'] as const),
    ...(['third-party', 1, '045', 5, 1] as const),
  ],
  praised: ['praised', 'was praised by', false, 'SUPPORT', undefined, 1, '051', 3.4, 5],
  rejected: ['rejected', 'was rejected by', false, 'REJECT', undefined, 3, '120', -4, -2],
  sanctioned: ['sanctioned', 'was sanctioned by', false, 'SANCTION', undefined, 4, '163', -8, -6],
  'signed-with': ['signed an agreement with', 'signed an agreement with', true, 'SUPPORT', undefined, 1, '057', 8, 5],
  'spoke-with': ['spoke with', 'spoke with', true, 'CONSULT', 'phone', 1, '041', 1, 1.5],
  'took-part-in': ['took part in', 'had as participant', false],
  'took-place-in': ['took place in', 'was the scene of', false],
  visited: ['visited', 'was visited by', false, 'CONSULT', 'visit', 1, '042', 1.9, 4],
};

function article(
  id: string,
  title: string,
  publishedOn: string | undefined,
  publisher: string | undefined,
  sentences: readonly string[],
): ArticleRecord {
  return {
    id,
    title,
    ...(publishedOn ? { publishedOn } : {}),
    ...(publisher ? { publisher } : {}),
    url: `https://example.org/${id}`,
    text: sentences.join('\n\n'),
  };
}
