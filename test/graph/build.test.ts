import { describe, expect, it } from 'vitest';
import { mergeEvents } from '../../src/events/merge.ts';
import { type BuildOptions, buildGraph, type GraphKnowledge } from '../../src/graph/build.ts';
import { parseGraph, serializeGraph } from '../../src/graph/file.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import type { Mention } from '../../src/model/entity.ts';
import { analysis, day, entity, eventMention, plainArticle } from '../support/analysis.ts';

const knowledge: GraphKnowledge = {
  relations: [
    { id: 'met-with', label: 'met with', inverse: 'met with', symmetric: true, event: 'CONSULT', cameo: '040' },
    { id: 'accused', label: 'accused', inverse: 'was accused by', symmetric: false, event: 'ACCUSE', cameo: '112' },
  ],
  eventTypes: [
    {
      ...{ type: 'CONSULT', label: 'Consult', definition: '', quad: 1, score: 2.5, modes: [] },
      ...{ recipientRequired: false, source: '' },
    },
    {
      ...{ type: 'ACCUSE', label: 'Accuse', definition: '', quad: 3, score: -3, modes: [] },
      ...{ recipientRequired: false, source: '' },
    },
  ],
  goldstein: { '040': 1, '112': -2 },
  countries: [
    { id: 'TGO', name: 'Togo', iso2: 'TG', aliases: ['Togolese Republic'], adjectives: [], people: [], partial: false },
  ],
  places: [],
  organizations: [],
  people: [],
};

const [KEN, GHA, TGO] = ['country:KEN', 'country:GHA', 'country:TGO'];
const ONE = plainArticle('a1', ['Kenya met Ghana.'], { publishedOn: '2020-03-03', publisher: 'Lake Post' });
const TWO = plainArticle('a2', ['Lomé accused Kenya.', 'Lomé said so again.'], { publishedOn: '2020-03-04' });

const kenya = entity(KEN, 'Kenya', { country: 'KEN', sector: 'GOV' });
const first = analysis(
  ONE,
  [
    eventMention(ONE, {
      relation: 'met-with',
      actors: [KEN],
      recipients: [GHA],
      reciprocal: true,
      fields: { time: day('2020-03-02') },
    }),
  ],
  [kenya, entity(GHA, 'Ghana'), entity('country:CIV', 'Ivory Coast')],
);
const second = analysis(
  TWO,
  [0, 1].map((sentence) =>
    eventMention(TWO, { relation: 'accused', actors: [TGO], recipients: [KEN], sentence, fields: { type: 'ACCUSE' } }),
  ),
  [entity(KEN, 'Kenya', { aliases: ['Republic of Kenya'] })],
);

const build = (analyses: readonly Analysis[], options: Partial<BuildOptions> = {}) => {
  const articles = new Map(analyses.map((a) => [a.article.id, a.article]));
  const events = mergeEvents(
    analyses.flatMap((a) => a.eventMentions),
    articles,
  );
  return buildGraph(analyses, knowledge, { generator: 'dragoman test', events, ...options });
};

describe('buildGraph', () => {
  it('has nodes for what is tied only', () => {
    const graph = build([first, second]);
    expect(graph.nodes()).toEqual([GHA, KEN, TGO]);
    expect(graph.size).toBe(2);
  });

  it('keeps actors without a relation when asked', () => {
    const mention: Mention = {
      ...{ id: 'm1', span: { start: 2, end: 3 }, head: 2, form: 'name', kind: 'country', use: 'actor' },
    };
    const lone = {
      ...first,
      mentions: [mention],
      links: [{ mention: 'm1', entity: 'country:CIV', confidence: 1, rule: 'test' }],
    };
    expect(build([lone], { isolates: 'none' }).hasNode('country:CIV')).toBe(false);
    expect(build([lone]).hasNode('country:CIV')).toBe(true);
    const graph = build([lone], { isolates: 'all' });
    expect(graph.getNodeAttributes('country:CIV')).toMatchObject({
      label: 'Ivory Coast',
      mentions: 1,
      aliases: ['Ghana'],
    });
  });

  it('gives edges their words, codes and counts', () => {
    const graph = build([first, second]);
    const [edge] = graph.edges(TGO, KEN);
    expect(graph.getEdgeAttributes(edge)).toMatchObject({
      ...{
        relation: 'accused',
        label: 'accused',
        inverseLabel: 'was accused by',
        symmetric: false,
        status: 'asserted',
      },
      ...{ eventType: 'ACCUSE', quad: 3, cameo: '112', goldstein: -2, tone: -3 },
      ...{ mentions: 2, articles: 1, outlets: 0, confidence: 0.8 },
    });
    expect(graph.getEdgeAttributes(graph.edges(GHA, KEN)[0])).toMatchObject({
      ...{ firstDate: '2020-03-02', lastDate: '2020-03-02', outlets: 1, events: [expect.any(String)] },
    });
  });

  it('gathers what all articles say of an entity, and asks the gazetteer for what none says', () => {
    const graph = build([first, second]);
    expect(graph.getNodeAttributes(KEN)).toMatchObject({
      ...{ label: 'Kenya', country: 'KEN', sector: 'GOV', aliases: ['Republic of Kenya'], articles: 2 },
      ...{ firstDate: '2020-03-02', lastDate: '2020-03-02' },
    });
    expect(graph.getNodeAttributes(TGO)).toMatchObject({
      ...{ label: 'Togo', kind: 'country', iso3166: 'TGO', aliases: ['Togolese Republic'], known: true, mentions: 2 },
    });
  });

  it('names an entity that nobody describes by its id', () => {
    const mention = eventMention(ONE, { relation: 'accused', actors: ['person:jane-doe'], recipients: [KEN] });
    const graph = build([analysis(ONE, [mention], [kenya])]);
    expect(graph.getNodeAttributes('person:jane-doe')).toMatchObject({
      label: 'jane doe',
      kind: 'person',
      known: false,
    });
  });

  it('keeps texts unless told not to', () => {
    expect(build([first]).getAttribute('articles')['a1']?.text).toBe(ONE.article.text);
    expect(build([first], { texts: false }).getAttribute('articles')['a1']).not.toHaveProperty('text');
  });

  it('gives the same bytes in whatever order, and reads them back', () => {
    const text = serializeGraph(build([first, second]));
    expect(serializeGraph(build([second, first, second]))).toBe(text);
    const { graph } = parseGraph(text);
    expect(graph && serializeGraph(graph)).toBe(text);
  });

  it('makes an empty graph of nothing', () => {
    expect(build([]).order).toBe(0);
    expect(parseGraph(serializeGraph(build([]))).diagnostics).toBeUndefined();
  });
});
