import { describe, expect, it } from 'vitest';
import { mergeEvents } from '../../src/events/merge.ts';
import { relate } from '../../src/graph/relate.ts';
import type { EventTypeSpec, RelationSpec } from '../../src/knowledge/knowledge.ts';
import type { Analysis, StandingFact } from '../../src/model/analysis.ts';
import type { EventMention } from '../../src/model/event.ts';
import { analysis, day, eventMention, evidence, type MentionFields, plainArticle } from '../support/analysis.ts';

const spec = (id: string, fields: Partial<RelationSpec> = {}): [string, RelationSpec] => [
  id,
  { id, label: id, inverse: `${id} (back)`, symmetric: false, ...fields },
];
const SPECS = new Map<string, RelationSpec>([
  spec('met-with', { symmetric: true, event: 'CONSULT', cameo: '040' }),
  spec('visited', { event: 'CONSULT', mode: 'visit', cameo: '042' }),
  spec('agreed-with', { symmetric: true, event: 'AGREE', cameo: '030' }),
  spec('cancelled-meeting-with', { event: 'REJECT', mode: 'meet', cameo: '125' }),
  spec('cooperates-with', { symmetric: true, event: 'COOPERATE', cameo: '060' }),
  spec('cooperates-on', { event: 'COOPERATE', cameo: '060' }),
  spec('took-part-in'),
  spec('part-of'),
]);
const type = (code: EventTypeSpec['type'], score: number, modes: EventTypeSpec['modes'] = []): EventTypeSpec => ({
  ...{ type: code, label: code, definition: '', quad: 1, score, modes, recipientRequired: false, source: '' },
});
const TYPES = new Map(
  [
    type('CONSULT', 2.5, [{ id: 'visit', score: 4, definition: '' }]),
    type('AGREE', 2.4),
    type('COOPERATE', 9.5),
    type('REJECT', -2, [{ id: 'meet', definition: '' }]),
  ].map((t) => [t.type, t]),
);
const HOME = plainArticle('a1', ['Kenya met Ghana.', 'They met again.'], {
  publishedOn: '2020-03-03',
  publisher: 'Lake Post',
});
const AWAY = plainArticle('a2', ['Ghana met Kenya.'], { publishedOn: '2020-03-04', publisher: 'Coast Wire' });
const [KEN, GHA, TGO] = ['country:KEN', 'country:GHA', 'country:TGO'];

const draw = (...analyses: Analysis[]) => {
  const articles = new Map(analyses.map((a) => [a.article.id, a.article]));
  const mentions = analyses.flatMap((a) => a.eventMentions);
  return relate(analyses, mergeEvents(mentions, articles), SPECS, TYPES);
};
const drawn = (...mentions: MentionFields[]) =>
  draw(
    analysis(
      HOME,
      mentions.map((m) => eventMention(HOME, m)),
    ),
  );
const lines = (relations: ReturnType<typeof drawn>): string[] =>
  relations.map((r) => `${r.source.slice(-3)} ${r.type} ${r.target.slice(-3)} ${r.status}`);

describe('relate draws', () => {
  it('actors × recipients', () => {
    expect(lines(drawn({ relation: 'visited', actors: [KEN, GHA], recipients: [TGO] }))).toEqual([
      'GHA visited TGO asserted',
      'KEN visited TGO asserted',
    ]);
  });

  it('every two of those who meet, from the smaller id to the greater', () => {
    const all = ['GHA met-with KEN asserted', 'GHA met-with TGO asserted', 'KEN met-with TGO asserted'];
    expect(lines(drawn({ relation: 'met-with', actors: [TGO, KEN, GHA], reciprocal: true }))).toEqual(all);
    expect(lines(drawn({ relation: 'met-with', actors: [TGO], recipients: [GHA], reciprocal: true }))).toEqual([
      all[1],
    ]);
  });

  it('nothing from a node to itself, for one alone, or with somebody unknown', () => {
    expect(drawn({ relation: 'visited', actors: [KEN], recipients: [KEN] })).toEqual([]);
    expect(drawn({ relation: 'met-with', actors: [KEN] })).toEqual([]);
    expect(drawn({ relation: 'visited', actors: [KEN, ''], recipients: [GHA] })).toEqual([]);
    expect(drawn({ relation: 'no-such-relation', actors: [KEN], recipients: [GHA] })).toEqual([]);
  });

  it('cooperation with somebody on something', () => {
    const fields = { type: 'COOPERATE' } as const;
    const onIssue = [
      'GHA cooperates-with KEN asserted',
      'GHA cooperates-on ake asserted',
      'KEN cooperates-on ake asserted',
    ];
    const issue = { issues: ['issue:lake'], fields };
    const told = drawn({ relation: 'cooperates-with', actors: [KEN], recipients: [GHA], reciprocal: true, ...issue });
    expect(lines(told).sort()).toEqual([...onIssue].sort());
    expect(lines(drawn({ relation: 'cooperates-on', actors: [KEN, GHA], ...issue })).sort()).toEqual(
      [...onIssue].sort(),
    );
    expect(told.every((r) => r.event === 'COOPERATE' && r.tone === 9.5)).toBe(true);
  });

  it('part in the event that the sentence names, but not for who called it off', () => {
    const node = { fields: { eventEntity: 'event:talks' } };
    expect(lines(drawn({ relation: 'met-with', actors: [KEN, GHA], reciprocal: true, ...node }))).toContain(
      'KEN took-part-in lks asserted',
    );
    const off = { fields: { ...node.fields, type: 'REJECT' } } as const;
    expect(lines(drawn({ relation: 'cancelled-meeting-with', actors: [KEN], recipients: [GHA], ...off }))).toEqual([
      'KEN cancelled-meeting-with GHA asserted',
    ]);
  });
});

describe('relate codes', () => {
  it('the score of the mode, or of the type where the mode has none', () => {
    const visit = { relation: 'visited', actors: [KEN], recipients: [GHA], fields: { mode: 'visit', cameo: '042' } };
    expect(drawn(visit)[0]).toMatchObject({ event: 'CONSULT', mode: 'visit', cameo: '042', tone: 4 });
    const off: Partial<EventMention> = { type: 'REJECT', mode: 'meet' };
    expect(drawn({ relation: 'cancelled-meeting-with', actors: [KEN], recipients: [GHA], fields: off })[0]?.tone).toBe(
      -2,
    );
  });

  it('what is only planned as AGREE, under the relation that was read', () => {
    const planned = { type: 'AGREE', status: 'planned', mode: 'visit', cameo: '042' } as const;
    const [edge] = drawn({ relation: 'visited', actors: [KEN], recipients: [GHA], fields: planned });
    expect(edge).toMatchObject({ type: 'visited', status: 'planned', event: 'AGREE', cameo: '030', tone: 2.4 });
    expect(edge).not.toHaveProperty('mode');
  });
});

describe('relate gathers', () => {
  const met = { relation: 'met-with', reciprocal: true } as const;

  it('all tellings of one kind and status in one relation, sorted by date', () => {
    const late = eventMention(HOME, { ...met, actors: [KEN, GHA], fields: { time: day('2020-03-02') } });
    const none = eventMention(HOME, { ...met, actors: [KEN, GHA], sentence: 1 });
    const early = eventMention(AWAY, { ...met, actors: [GHA], recipients: [KEN], fields: { time: day('2020-02-01') } });
    const relations = draw(analysis(HOME, [late, none]), analysis(AWAY, [early]));
    expect(relations).toHaveLength(1);
    const [relation] = relations;
    expect(relation?.occurrences.map((o) => o.time?.from)).toEqual(['2020-02-01', '2020-03-02', undefined]);
    expect(relation?.occurrences.map((o) => o.outlet)).toEqual(['Coast Wire', 'Lake Post', 'Lake Post']);
    expect(relation?.time).toEqual({ from: '2020-02-01', to: '2020-03-02', precision: 'day' });
    expect(relation?.events).toHaveLength(2);
    expect(draw(analysis(AWAY, [early]), analysis(HOME, [none, late]))).toEqual(relations);
  });

  it('what differs in status apart', () => {
    const planned = { type: 'AGREE', status: 'planned' } as const;
    const relations = drawn(
      { ...met, actors: [KEN, GHA] },
      { ...met, actors: [KEN, GHA], sentence: 1, fields: planned },
    );
    expect(lines(relations)).toEqual(['GHA met-with KEN asserted', 'GHA met-with KEN planned']);
    expect(new Set(relations.map((r) => r.id)).size).toBe(2);
  });

  it('the article and the quote that tell it', () => {
    const [relation] = drawn({ relation: 'visited', actors: [KEN], recipients: [GHA] });
    for (const { evidence: e } of relation?.occurrences ?? []) {
      expect(HOME.article.text.slice(e.span.start, e.span.end)).toBe(e.quote);
    }
    expect(relation?.occurrences[0]).toMatchObject({ sourceText: 'Kenya', outlet: 'Lake Post' });
  });
});

describe('standing facts', () => {
  const fact = (relation: string, target: string): StandingFact => ({
    ...{ relation, source: KEN, target, confidence: 0.7, evidence: evidence(HOME, 0) },
    ...{ sourceText: 'Kenya', targetText: 'the talks' },
  });

  it('are relations without a score', () => {
    const [relation] = draw(analysis(HOME, [], [], [fact('part-of', 'org:union'), fact('unheard-of', 'org:union')]));
    expect(relation).toMatchObject({ type: 'part-of', tone: 0, events: [], status: 'asserted' });
    expect(relation).not.toHaveProperty('event');
  });

  it('give way to the event mention that knows how they stand', () => {
    const planned = { type: 'AGREE', status: 'planned', eventEntity: 'event:talks' } as const;
    const mention = eventMention(HOME, { relation: 'met-with', actors: [KEN, GHA], reciprocal: true, fields: planned });
    const relations = draw(analysis(HOME, [mention], [], [fact('took-part-in', 'event:talks')]));
    expect(relations.filter((r) => r.type === 'took-part-in').map((r) => r.status)).toEqual(['planned', 'planned']);
  });
});
