import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import type { ArticleExplanation, EventExplanation, PassedOver } from '../../src/model/explanation.ts';
import { citedReading, derivations, patternNote, rereading } from '../../src/query/derivation.ts';
import { testGraph } from '../support/graph.ts';

const EDGE = 'country:GBR expelled-diplomats-of country:RUS asserted';

const words = (text: string, start: number) => ({ text, start, end: start + text.length });

/** An explanation that names the ends of an edge; what is not asked for here stays empty. */
function event(rule: string, start: number, trigger: string, ...ids: readonly string[]): EventExplanation {
  return {
    mention: `${rule} ${start} ${ids.join()}`,
    sentence: words(trigger, start),
    trigger: words(trigger, start),
    frame: { rule, frame: rule, pos: 'verb', type: 'SANCTION', file: 'lexicon/en/frames/SANCTION.tsv', example: '' },
    fixed: [],
    sense: { relation: 'r', label: 'r', type: 'SANCTION', typeLabel: 'Sanction', definition: '', file: '' },
    slots: ids.map((id) => ({
      role: 'actor',
      words: words(id, 0),
      position: 'subject',
      entities: [{ id, name: id }],
      message: '',
    })),
    status: 'asserted',
    statusSteps: [],
    confidence: 0.8,
    confidenceParts: [],
    ruledOut: [],
  };
}

const answer = (...events: readonly EventExplanation[]): ArticleExplanation => ({ events, facts: [], passedOver: [] });

function evidenceOf(edge: string) {
  const found = testGraph().getEdgeAttribute(edge, 'occurrences')[0];
  if (!found) throw new Error('the edge has no occurrence');
  return found.evidence;
}

describe('what is read again', () => {
  it('is the article, with its day and publisher', () => {
    const { from, article } = rereading(testGraph(), evidenceOf(EDGE));
    expect(from).toBe('article');
    expect(article).toMatchObject({ id: 'a5', publishedOn: '2018-03-15', publisher: 'Morning Ledger', language: 'en' });
  });

  it('is the sentence at its place when the graph holds no text, or not even the article', () => {
    const evidence = evidenceOf(EDGE);
    const bare = testGraph();
    const { text: _, ...record } = bare.getAttribute('articles')['a5'] ?? { id: 'a5', title: '' };
    bare.setAttribute('articles', { a5: record });
    for (const graph of [bare, testGraph().setAttribute('articles', {})]) {
      const { from, article } = rereading(graph, evidence);
      expect(from).toBe('sentence');
      expect(article.text.slice(evidence.span.start, evidence.span.end)).toBe(evidence.quote);
      expect(article.text.trim()).toBe(evidence.quote);
    }
  });

  it('bears a place that no article has', () => {
    const evidence = { ...evidenceOf(EDGE), article: 'none', span: { start: 2 ** 50, end: 2 ** 50 + 1 } };
    expect(rereading(testGraph(), evidence).article.text.length).toBeLessThan(10_000_000);
  });
});

describe('the event that evidence cites', () => {
  const { trigger, rule } = evidenceOf(EDGE);
  const evidence = evidenceOf(EDGE);
  const text = 'x'.repeat(trigger.end - trigger.start);

  it('has its words and its rule', () => {
    const right = event(rule, trigger.start, text, 'country:GBR');
    expect(
      citedReading(
        answer(event('other', trigger.start, text), event(rule, trigger.start + 1, text), right),
        evidence,
        [],
      ),
    ).toEqual({ event: right, passedOver: [] });
    expect(citedReading(answer(event('other', trigger.start, text)), evidence, [])).toBeUndefined();
  });

  it('may be something that holds', () => {
    const { sentence, trigger: at, frame, fixed, slots, ruledOut } = event(rule, trigger.start, text);
    const fact = { relation: 'leads', label: 'leads', sentence, trigger: at, frame, fixed, slots, ruledOut };
    expect(citedReading({ ...answer(), facts: [fact] }, evidence, [])).toEqual({ fact, passedOver: [] });
  });

  it('brings what a frame read otherwise in its sentence, and nothing else', () => {
    const right = event(rule, trigger.start, text);
    const beside = (start: number, won: boolean): PassedOver => ({
      sentence: words(text, start),
      trigger: words('struck', start),
      why: won ? 'no-event' : 'no-frame',
      ...(won ? { frame: right.frame } : {}),
      message: '',
      ruledOut: [],
    });
    const [here, unread, there] = [beside(trigger.start, true), beside(trigger.start, false), beside(0, true)];
    expect(citedReading({ ...answer(right), passedOver: [there, here, unread] }, evidence, [])?.passedOver).toEqual([
      here,
    ]);
  });

  it('is the one that joins most of the ends, in whatever order they come', () => {
    const [none, one, both] = [[], ['country:GBR'], ['country:GBR', 'country:RUS']].map((ids) =>
      event(rule, trigger.start, text, ...ids),
    ) as [EventExplanation, EventExplanation, EventExplanation];
    const ends = ['country:GBR', 'country:RUS'];
    for (const order of [
      [none, one, both],
      [both, one, none],
      [one, both, none],
    ])
      expect(citedReading(answer(...order), evidence, ends)).toEqual({ event: both, passedOver: [] });
  });
});

describe('derivations of an edge', () => {
  it('reads each article once and stands beside the occurrences', () => {
    const graph = testGraph();
    const asked: Article[] = [];
    const { evidence } = graph.getEdgeAttribute(EDGE, 'occurrences')[0] ?? { evidence: evidenceOf(EDGE) };
    const later = { start: evidence.trigger.start + 1, end: evidence.trigger.end };
    graph.updateEdgeAttribute(EDGE, 'occurrences', (list) =>
      (list ?? []).flatMap((o) => [o, { ...o, evidence: { ...evidence, trigger: later } }]),
    );
    const occurrences = graph.getEdgeAttribute(EDGE, 'occurrences');
    const found = derivations(graph, EDGE, (article) => {
      asked.push(article);
      return answer(
        ...occurrences.map(({ evidence: { rule, trigger } }) =>
          event(rule, trigger.start, 'x'.repeat(trigger.end - trigger.start)),
        ),
      );
    });
    expect(found.map((d) => d && 'event' in d && d.event.trigger.start)).toEqual(
      occurrences.map((o) => o.evidence.trigger.start),
    );
    expect(asked.map((a) => a.id)).toEqual(['a5']);
  });

  it('asks nobody for what a pattern read', () => {
    const graph = testGraph();
    graph.updateEdgeAttribute(EDGE, 'occurrences', (list) =>
      (list ?? []).map((o) => ({ ...o, evidence: { ...o.evidence, rule: 'events/took-part-in' } })),
    );
    expect(derivations(graph, EDGE, () => expect.unreachable())).toEqual([undefined]);
  });
});

describe('patterns', () => {
  it.each([
    ['entities/title', true],
    ['entities/title+gazetteer', true],
    ['events/concerns', true],
    ['SANCTION: A expel B', false],
    ['constructor', false],
    ['', false],
  ])('%s: %s', (rule, known) => {
    expect(patternNote(rule) !== undefined).toBe(known);
  });
});
