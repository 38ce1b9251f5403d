import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import type { EventMention } from '../../src/model/event.ts';
import { analyse, extractor } from '../support/story.ts';

/** Sentences of the sample reports: every one is news-like and in our own words. */
const SENTENCES = readFileSync(new URL('../../data/samples/reports.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .flatMap((line) => (JSON.parse(line) as { text: string }).text.split(/(?<=[.?!]["”]?)\s+/));

const text = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', ' ', '\n\n')), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.flat().join(''));

const holds = (check: (analysis: Analysis) => void): void =>
  fc.assert(
    fc.property(text, fc.boolean(), (t, dated) => check(analyse(t, dated ? { date: '2021-05-19' } : {}))),
    {
      numRuns: 60,
      seed: 20_230_125,
    },
  );

const everyMention = (check: (mention: EventMention, analysis: Analysis) => void): void =>
  holds((analysis) => {
    for (const m of analysis.eventMentions) check(m, analysis);
  });

describe('any concatenation of sample sentences', () => {
  test('has evidence that the text holds, word for word', () => {
    holds(({ article, eventMentions, facts }) => {
      for (const { evidence } of [...eventMentions, ...facts]) {
        const { span, trigger } = evidence;
        expect(evidence.article).toBe(article.id);
        expect(evidence.quote).toBe(article.text.slice(span.start, span.end));
        expect(evidence.quote.length).toBeGreaterThan(0);
        expect(trigger.start).toBeGreaterThanOrEqual(span.start);
        expect(trigger.end).toBeLessThanOrEqual(span.end);
        expect(trigger.end).toBeGreaterThan(trigger.start);
        expect(evidence.rule).not.toBe('');
      }
    });
  });

  test('has triggers and arguments inside one sentence of the article', () => {
    everyMention((m, { document }) => {
      const sentence = document.sentences.find((s) => s.start <= m.trigger.start && m.trigger.end <= s.end);
      expect(sentence).toBeDefined();
      for (const { span } of m.arguments) {
        expect(span.start).toBeLessThan(span.end);
        expect(span.start).toBeGreaterThanOrEqual(sentence?.start ?? 0);
        expect(span.end).toBeLessThanOrEqual(sentence?.end ?? 0);
      }
    });
  });

  test('names no entity that the analysis does not list', () => {
    holds(({ entities, eventMentions, facts, links, mentions }) => {
      const known = new Set(entities.map((e) => e.id));
      const named = new Set(mentions.map((m) => m.id));
      const used = [
        ...eventMentions.flatMap((m) => [
          ...m.arguments.flatMap((a) => a.entities),
          m.eventEntity,
          m.attribution?.speaker,
        ]),
        ...facts.flatMap((f) => [f.source, f.target]),
        ...links.map((l) => l.entity),
      ];
      expect(used.filter((id) => id !== undefined && !known.has(id))).toEqual([]);
      const mentioned = eventMentions.flatMap((m) => m.arguments.flatMap((a) => a.mention ?? []));
      expect(mentioned.filter((id) => !named.has(id))).toEqual([]);
    });
  });

  test('has statuses that agree with negation, modality and speaker', () => {
    everyMention(({ status, negated, modality, attribution }) => {
      const told = attribution ? 'reported' : 'asserted';
      expect(status).toBe(negated ? 'negated' : modality === 'asserted' ? told : modality);
    });
  });

  test('has types, relations and modes of the ontology, and never acts on itself', () => {
    const relations = new Set<string>(extractor.knowledge.relations.map((r) => r.id));
    everyMention((m) => {
      expect(relations.has(m.relation)).toBe(true);
      expect(m.confidence).toBeGreaterThan(0);
      expect(m.confidence).toBeLessThanOrEqual(1);
      const of = (role: string): string[] => m.arguments.filter((a) => a.role === role).flatMap((a) => a.entities);
      const [actors, recipients] = [of('actor'), of('recipient')];
      if (actors.length > 0 && recipients.length > 0) expect([...actors].sort()).not.toEqual([...recipients].sort());
    });
  });

  test('never has a day without a day of publication unless the text names it whole', () => {
    fc.assert(
      fc.property(text, (t) => {
        for (const { time, timeText } of analyse(t).eventMentions) if (time) expect(timeText).toMatch(/\d{4}/);
      }),
      { numRuns: 60, seed: 20_230_125 },
    );
  });

  test('has ids of its own for every event, in text order', () => {
    holds(({ eventMentions }) => {
      expect(new Set(eventMentions.map((m) => m.id)).size).toBe(eventMentions.length);
      const starts = eventMentions.map((m) => m.trigger.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    });
  });
});
