import type { ArticleRecord, DragomanGraph, EdgeAttributes, NodeAttributes } from '../../src/graph/attributes.ts';
import { createGraph } from '../../src/graph/file.ts';
import type { EventTypeCode, QuadClass, Status } from '../../src/model/event.ts';
import type { Occurrence } from '../../src/model/relation.ts';
import type { Interval } from '../../src/model/time.ts';

/**
 * A small graph made by hand: reports in our own words on well-known public events, from outlets that don't exist. It has every node kind,
 * every status, all four quad classes, parallel and opposite edges, undated edges, a standing relation and a part of its own
 * (Carter and Sadat) without a way to the rest.
 */
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

type NodeFields = Partial<NodeAttributes> & Pick<NodeAttributes, 'label' | 'kind'>;

const nodes: Readonly<Record<string, NodeFields>> = {
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
type Reading = readonly [
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

const readings: Readonly<Record<string, Reading>> = {
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

/** Article and sentence number (from 0), trigger word, names as printed, date or dates, what else is known. */
interface Telling {
  readonly at: readonly [string, number];
  readonly trigger: string;
  readonly names: readonly [string, string];
  readonly on?: string | Interval;
  readonly speaker?: readonly [string, string, string];
  readonly timeText?: string;
}

type EdgeLine = readonly [source: string, relation: string, target: string, status: Status, ...tellings: Telling[]];

const IRN_SAU_2023: Telling = {
  ...{ at: ['a6', 0], trigger: 'agreed', names: ['Iran', 'Saudi Arabia'], on: '2023-03-10' },
};

const edges: readonly EdgeLine[] = [
  ['country:EGY', 'signed-with', 'country:ISR', 'asserted', tell('a1', 0, 'signed', 'Egypt', 'Israel', '1978-09-17')],
  [
    'person:jimmy-carter',
    'hosted',
    'person:anwar-sadat',
    'asserted',
    tell('a1', 1, 'hosted', 'Jimmy Carter', 'Anwar Sadat', month('1978-09', 30)),
  ],
  [
    'country:IRN',
    'agreed-with',
    'country:USA',
    'asserted',
    tell('a2', 0, 'agreed', 'Iran', 'United States', '2015-07-14'),
  ],
  [
    'country:RUS',
    'took-part-in',
    'event:vienna-talks-2015',
    'asserted',
    tell('a2', 1, 'took part', 'Russia', 'Vienna talks'),
  ],
  [
    'country:FRA',
    'took-part-in',
    'event:vienna-talks-2015',
    'asserted',
    tell('a2', 1, 'took part', 'France', 'Vienna talks'),
  ],
  [
    'event:vienna-talks-2015',
    'took-place-in',
    'place:vienna',
    'asserted',
    tell('a2', 1, 'Vienna talks', 'Vienna talks', 'Vienna'),
  ],
  [
    'country:SAU',
    'broke-relations-with',
    'country:IRN',
    'asserted',
    tell('a3', 0, 'broke off', 'Saudi Arabia', 'Iran', '2016-01-03'),
  ],
  ['country:IRN', 'criticised', 'country:SAU', 'asserted', tell('a3', 1, 'criticised', 'Iran', 'the decision')],
  [
    'country:USA',
    'sanctioned',
    'country:IRN',
    'asserted',
    tell('a4', 0, 'sanctioned', 'The United States', 'Iran', '2018-05-08'),
  ],
  ['country:FRA', 'spoke-with', 'country:IRN', 'asserted', tell('a4', 1, 'spoke', 'France', 'Iran')],
  [
    'country:GBR',
    'expelled-diplomats-of',
    'country:RUS',
    'asserted',
    tell('a5', 0, 'expelled', 'The United Kingdom', 'Russian diplomats', '2018-03-14'),
  ],
  ['person:theresa-may', 'accused', 'country:RUS', 'asserted', tell('a5', 1, 'accused', 'Theresa May', 'Russia')],
  [
    'person:sergei-lavrov',
    'rejected',
    'person:theresa-may',
    'asserted',
    tell('a5', 2, 'rejected', 'Sergei Lavrov', 'the accusation'),
  ],
  [
    'person:sergei-lavrov',
    'holds-office-in',
    'country:RUS',
    'asserted',
    tell('a5', 2, 'Sergei Lavrov', 'Sergei Lavrov', 'Sergei Lavrov'),
  ],
  ['country:IRN', 'agreed-with', 'country:SAU', 'asserted', IRN_SAU_2023],
  [
    'country:CHN',
    'mediates-between',
    'country:IRN',
    'asserted',
    tell('a6', 1, 'mediated', 'China', 'Iran', month('2023-03', 31)),
  ],
  [
    'country:CHN',
    'mediates-between',
    'country:SAU',
    'asserted',
    tell('a6', 1, 'mediated', 'China', 'Saudi Arabia', month('2023-03', 31)),
  ],
  [
    'person:rafael-grossi',
    'visited',
    'country:IRN',
    'asserted',
    { ...tell('a6', 2, 'visited', 'Rafael Grossi', 'Iran'), timeText: 'a week earlier' },
  ],
  ['country:IRN', 'attacked', 'country:ISR', 'asserted', tell('a7', 0, 'attacked', 'Iran', 'Israel', '2024-04-13')],
  [
    'country:ISR',
    'attacked',
    'country:IRN',
    'reported',
    { ...tell('a7', 1, 'struck', 'Israel', 'its consulate'), speaker: ['country:IRN', 'Iran', 'say'] },
  ],
  ['country:FRA', 'criticised', 'country:IRN', 'asserted', tell('a7', 2, 'criticised', 'France', 'Iran', '2024-04-14')],
  [
    'country:RUS',
    'armed',
    'country:IRN',
    'negated',
    { ...tell('a7', 3, 'armed', 'it', 'Iran'), speaker: ['country:RUS', 'Moscow', 'deny'] },
  ],
  [
    'person:rafael-grossi',
    'visited',
    'country:IRN',
    'planned',
    tell('a7', 4, 'visit', 'Rafael Grossi', 'Iran', month('2024-05', 31)),
  ],
  [
    'country:IRN',
    'cooperates-with',
    'org:iaea',
    'hypothetical',
    tell('a7', 5, 'cooperate', 'Iran', 'the International Atomic Energy Agency'),
  ],
  ['country:IRN', 'cooperates-with', 'country:RUS', 'asserted', tell('a8', 0, 'cooperate', 'Iran', 'Russia')],
  [
    'country:RUS',
    'cooperates-on',
    'issue:syrian-crisis',
    'asserted',
    tell('a8', 0, 'cooperate', 'Russia', 'the Syrian crisis'),
  ],
  [
    'country:IRN',
    'cooperates-on',
    'issue:syrian-crisis',
    'asserted',
    tell('a8', 0, 'cooperate', 'Iran', 'the Syrian crisis'),
  ],
  [
    'country:FRA',
    'cooperates-on',
    'issue:iranian-nuclear-programme',
    'hypothetical',
    tell('a4', 1, 'spoke', 'France', 'the nuclear programme'),
  ],
  ['country:RUS', 'praised', 'country:IRN', 'asserted', tell('a8', 1, 'praised', 'Russia', 'Iran')],
];

/** A fresh copy of the graph: tests may change it. */
export function testGraph(): DragomanGraph {
  const graph = createGraph('dragoman test', Object.fromEntries(testArticles.map((a) => [a.id, a])));
  const keys = Object.keys(nodes);
  keys.forEach((key, index) => {
    graph.addNode(key, nodeAttributes(nodes[key] as NodeFields, index, keys.length));
  });
  for (const [source, relation, target, status, ...tellings] of edges) {
    const occurrences = tellings.map((t) => occurrence(t, `${source} ${relation} ${target}`));
    const key = `${source} ${relation} ${target} ${status}`;
    graph.addDirectedEdgeWithKey(key, source, target, edgeAttributes(relation, status, occurrences));
  }
  graph.forEachNode((key) => {
    const dates = graph
      .mapEdges(key, (_, a) => [a.firstDate, a.lastDate])
      .flat()
      .filter((d) => d !== undefined)
      .sort();
    const [first, last] = [dates[0], dates.at(-1)];
    if (first && last) graph.mergeNodeAttributes(key, { firstDate: first, lastDate: last });
  });
  return graph;
}

function nodeAttributes(fields: NodeFields, index: number, total: number): NodeAttributes {
  const angle = (2 * Math.PI * index) / total;
  const [x, y] = [Math.round(100 * Math.cos(angle)), Math.round(100 * Math.sin(angle))];
  return { aliases: [], known: true, mentions: 2, articles: 1, x: x || 0, y: y || 0, ...fields };
}

function edgeAttributes(relation: string, status: Status, occurrences: readonly Occurrence[]): EdgeAttributes {
  const [label, inverseLabel, symmetric, eventType, mode, quad, cameo, goldstein, tone] = readings[relation] as Reading;
  const times = occurrences.flatMap((o) => (o.time ? [o.time] : []));
  const first = times.map((t) => t.from).sort()[0];
  const last = times
    .map((t) => t.to)
    .sort()
    .at(-1);
  return {
    ...{ relation, label, inverseLabel, symmetric, status },
    ...(eventType ? { eventType } : {}),
    ...(mode ? { mode } : {}),
    ...(quad ? { quad } : {}),
    ...(cameo ? { cameo } : {}),
    ...(goldstein === undefined ? {} : { goldstein }),
    tone: tone ?? 0,
    mentions: occurrences.length,
    articles: new Set(occurrences.map((o) => o.evidence.article)).size,
    outlets: new Set(occurrences.flatMap((o) => o.outlet ?? [])).size,
    ...(first && last ? { firstDate: first, lastDate: last } : {}),
    confidence: Math.max(...occurrences.map((o) => o.confidence)),
    occurrences: [...occurrences],
    events: eventType ? occurrences.flatMap((o) => o.event ?? []) : [],
  };
}

/** The event id is the sentence: the edges that one sentence draws show one event. */
function occurrence(telling: Telling, rule: string): Occurrence {
  const [id, number] = telling.at;
  const source = testArticles.find((a) => a.id === id);
  const text = source?.text ?? '';
  const quote = text.split(/(?<=\.)\s+/)[number] ?? '';
  const start = text.indexOf(quote);
  const trigger = text.indexOf(telling.trigger, start);
  if (!quote || trigger < 0) throw new Error(`test graph: no "${telling.trigger}" in ${id}, sentence ${number}`);
  const time = typeof telling.on === 'string' ? day(telling.on) : telling.on;
  const [speaker, words, verb] = telling.speaker ?? [];
  return {
    event: `event-${id}-${number}`,
    evidence: {
      article: id,
      span: { start, end: start + quote.length },
      quote,
      trigger: { start: trigger, end: trigger + telling.trigger.length },
      rule,
    },
    ...(time ? { time } : {}),
    ...(telling.timeText ? { timeText: telling.timeText } : {}),
    ...(speaker && words && verb ? { attribution: { speaker, text: words, verb } } : {}),
    ...(source?.publisher ? { outlet: source.publisher } : {}),
    confidence: 0.8,
    sourceText: telling.names[0],
    targetText: telling.names[1],
  };
}

function tell(id: string, sentence: number, trigger: string, a: string, b: string, on?: string | Interval): Telling {
  return { at: [id, sentence], trigger, names: [a, b], ...(on ? { on } : {}) };
}

function day(date: string): Interval {
  return { from: date, to: date, precision: 'day' };
}

function month(yearMonth: string, days: number): Interval {
  return { from: `${yearMonth}-01`, to: `${yearMonth}-${days}`, precision: 'month' };
}

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
