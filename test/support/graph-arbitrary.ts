import fc from 'fast-check';
import type { DragomanGraph, EdgeAttributes, NodeAttributes } from '../../src/graph/attributes.ts';
import { createGraph } from '../../src/graph/file.ts';
import type { Occurrence } from '../../src/model/relation.ts';

/** Texts that break writers: markup, formulas, quotes, control characters, lone surrogates, right-to-left marks, names of prototypes. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      '<script>alert(1)</script>',
      "=cmd|' /C calc'!A0",
      '+1+1',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '"',
      "'",
      '","',
      '\\", "',
    ],
    ...[
      '__proto__',
      'constructor',
      'toString',
      '\u0000\u0001\u001b[31m',
      '\ud800',
      '\udc00x',
      '\ufffe',
      '🕊️🤝',
      '\u202eabc\u202c',
    ],
    ...['الجمهورية', ']]>', '&amp;', 'a\r\nb', ' padded ', '', '١٢٣', 'é'],
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const key = fc.oneof(
  fc.constantFrom('country:FRA', 'country:IRN', 'x:__proto__', 'person:<b>', 'org:"quoted"'),
  fc.string({ minLength: 1, maxLength: 8 }).map((s) => `x:${s.trim()}`),
);

const date = fc.option(fc.constantFrom('1978-09-17', '2015-07-14', '2024-04-13'), { nil: undefined });
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
const number = fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => Math.round(x * 100) / 100 + 0);

const nodeAttributes = fc
  .record({
    label: hostileText,
    kind: fc.constantFrom('country', 'person', 'organization', 'event', 'place', 'issue'),
    subkind: fc.option(hostileText, { nil: undefined }),
    aliases: fc.array(hostileText, { maxLength: 3 }),
    known: fc.boolean(),
    mentions: fc.nat(50),
    articles: fc.nat(5),
    firstDate: date,
    x: number,
    y: number,
  })
  .map((a) => present(a) as NodeAttributes);

const occurrence = fc
  .record({
    event: fc.option(fc.constantFrom('e1', 'e2'), { nil: undefined }),
    evidence: fc.record({
      article: fc.constantFrom('a1', '__proto__', 'missing'),
      span: fc.constant({ start: 0, end: 9 }),
      quote: hostileText,
      trigger: fc.constant({ start: 0, end: 3 }),
      rule: hostileText,
    }),
    time: fc.option(
      fc.record({
        from: fc.constant('2015-07-14'),
        to: fc.constant('2015-07-15'),
        precision: fc.constant('day' as const),
      }),
      { nil: undefined },
    ),
    outlet: fc.option(hostileText, { nil: undefined }),
    confidence: fc.constantFrom(0, 0.5, 1),
    sourceText: hostileText,
    targetText: hostileText,
  })
  .map((o) => present(o) as Occurrence);

const edgeAttributes = fc
  .record({
    relation: fc.constantFrom('met-with', 'accused', 'part-of'),
    label: hostileText,
    inverseLabel: hostileText,
    symmetric: fc.boolean(),
    status: fc.constantFrom('asserted', 'reported', 'planned', 'hypothetical', 'negated'),
    eventType: fc.option(fc.constantFrom('CONSULT', 'ACCUSE'), { nil: undefined }),
    quad: fc.option(fc.constantFrom(1, 2, 3, 4), { nil: undefined }),
    goldstein: fc.option(number, { nil: undefined }),
    tone: number,
    mentions: fc.nat(20),
    articles: fc.nat(5),
    outlets: fc.nat(5),
    confidence: fc.constantFrom(0, 0.5, 1),
    occurrences: fc.array(occurrence, { maxLength: 3 }),
    events: fc.array(fc.constantFrom('e1', 'e2'), { maxLength: 2 }),
  })
  .map((a) => present(a) as EdgeAttributes);

/** Any graph that the types allow, up to 8 nodes and 12 edges. */
export const anyGraph: fc.Arbitrary<DragomanGraph> = fc
  .record({
    nodes: fc.uniqueArray(fc.tuple(key, nodeAttributes), { selector: ([k]) => k, maxLength: 8 }),
    edges: fc.array(fc.tuple(fc.nat(), fc.nat(), edgeAttributes), { maxLength: 12 }),
    generator: hostileText,
    title: hostileText,
  })
  .map(({ nodes, edges, generator, title }) => {
    const articles = Object.fromEntries(['a1', '__proto__'].map((id) => [id, { id, title, text: title }]));
    const graph = createGraph(generator, articles);
    for (const [k, attributes] of nodes) graph.addNode(k, attributes);
    edges.forEach(([a, b, attributes], i) => {
      const [source, target] = [nodes[a % (nodes.length || 1)]?.[0], nodes[b % (nodes.length || 1)]?.[0]];
      if (source === undefined || target === undefined || source === target) return;
      graph.addDirectedEdgeWithKey(`edge ${i}`, source, target, attributes);
    });
    return graph;
  });
