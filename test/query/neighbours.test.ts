import { describe, expect, it } from 'vitest';
import { QueryOptionError, UnknownNodeError } from '../../src/query/errors.ts';
import { dayBound } from '../../src/query/filter.ts';
import { between, type NeighbourOptions, neighbours } from '../../src/query/neighbours.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const IRN = 'country:IRN';
const lines = (node: string, options?: NeighbourOptions): string[] =>
  neighbours(graph, node, options).map((n) => `${n.label} ${n.name}`);

describe('neighbours', () => {
  it('are read from the asked node, asserted and reported ones', () => {
    expect(lines(IRN)).toEqual([
      'has its dispute mediated by China',
      'was criticised by France',
      'spoke with France',
      'was attacked by Israel',
      'attacked Israel',
      'was visited by Rafael Grossi',
      'cooperates with Russia',
      'was praised by Russia',
      'agreed with Saudi Arabia',
      'saw relations broken by Saudi Arabia',
      'criticised Saudi Arabia',
      'cooperates on Syrian crisis',
      'agreed with United States',
      'was sanctioned by United States',
    ]);
  });

  it.each<[string, NeighbourOptions, string[]]>([
    [
      'what a node does',
      { direction: 'out', kinds: ['country'], types: ['attacked', 'criticised'] },
      ['attacked Israel', 'criticised Saudi Arabia'],
    ],
    [
      'what is done to it',
      { direction: 'in', types: ['attacked', 'sanctioned'] },
      ['was attacked by Israel', 'was sanctioned by United States'],
    ],
    [
      'symmetric ones in both directions',
      { direction: 'in', types: ['agreed-with'] },
      ['agreed with Saudi Arabia', 'agreed with United States'],
    ],
    [
      'one kind of node',
      { kinds: ['person', 'issue'] },
      ['was visited by Rafael Grossi', 'cooperates on Syrian crisis'],
    ],
    [
      'other statuses',
      { status: ['planned', 'hypothetical', 'negated'] },
      [
        'cooperates with International Atomic Energy Agency',
        'was visited by Rafael Grossi',
        'received military aid from Russia',
      ],
    ],
    ['a year, dated ones only', { since: '2018', until: '2018', datedOnly: true }, ['was sanctioned by United States']],
    [
      'a month that a longer stretch touches',
      { since: '2023-03-15', until: '2023-03', datedOnly: true },
      ['has its dispute mediated by China'],
    ],
    ['no confidence like that', { minConfidence: 0.9 }, []],
  ])('%s', (_, options, expected) => {
    expect(lines(IRN, options)).toEqual(expected);
  });

  it('keep undated ones in a stretch of time', () => {
    const found = lines(IRN, { since: '2024' });
    expect(found).toContain('cooperates with Russia');
    expect(found).not.toContain('agreed with Saudi Arabia');
  });

  it('count what passes, the most told first', () => {
    const own = testGraph();
    const edge = own.edges('country:FRA', IRN)[0] ?? '';
    const [telling] = own.getEdgeAttribute(edge, 'occurrences');
    if (!telling) throw new Error('test graph without occurrence');
    const later = {
      ...telling,
      outlet: 'Other Gazette',
      time: { from: '2020-01-01', to: '2020-01-01', precision: 'day' } as const,
    };
    own.setEdgeAttribute(edge, 'occurrences', [later, telling]);
    expect(neighbours(own, IRN)[0]).toMatchObject({ edge, mentions: 2, outlets: 2, firstDate: '2020-01-01' });
    const dated = neighbours(own, IRN, { since: '2020', until: '2020', datedOnly: true });
    expect(dated).toEqual([expect.objectContaining({ edge, mentions: 1 })]);
  });

  it('of nobody: an error with suggestions', () => {
    expect(() => neighbours(graph, 'Irann')).toThrow(UnknownNodeError);
    try {
      neighbours(graph, 'Irann');
    } catch (error) {
      expect(error).toMatchObject({ node: 'Irann', suggestions: [IRN] });
    }
  });

  it.each(['2020-13', '2020-02-30', 'yesterday', '', '20'])('the date %j is none', (since) => {
    expect(() => neighbours(graph, IRN, { since })).toThrow(QueryOptionError);
  });

  it('a date stands for its first or last day', () => {
    expect([dayBound('2020', 'since'), dayBound('2020', 'until')]).toEqual(['2020-01-01', '2020-12-31']);
    expect([dayBound('2024-02', 'until'), dayBound('2023-02', 'until')]).toEqual(['2024-02-29', '2023-02-28']);
    expect(dayBound('2023-04-05', 'until')).toBe('2023-04-05');
  });
});

describe('between', () => {
  it('reads both directions from the first node', () => {
    const found = between(graph, 'country:SAU', IRN).map((e) => `${e.label} (${e.direction})`);
    expect(found).toEqual(['agreed with (both)', 'broke or reduced relations with (out)', 'was criticised by (in)']);
    expect(between(graph, IRN, 'country:SAU', { direction: 'out' }).map((e) => e.label)).toEqual([
      'agreed with',
      'criticised',
    ]);
  });

  it('is empty for strangers and for one node', () => {
    expect(between(graph, 'country:EGY', 'country:CHN')).toEqual([]);
    expect(between(graph, IRN, IRN)).toEqual([]);
    expect(() => between(graph, IRN, 'country:XXX')).toThrow(UnknownNodeError);
  });
});
