import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ArticleExplanation, Words } from '../../src/model/explanation.ts';
import { testArticle } from '../support/doc.ts';
import { extractor } from '../support/story.ts';

const explain = (text: string): ArticleExplanation => extractor.explain(testArticle(text, {}));

describe('over whole reports', () => {
  const reports = readFileSync(new URL('../../data/samples/reports.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => testArticle((JSON.parse(line) as { text: string }).text, { publishedOn: '2020-01-01' }));

  test('every event of the analysis is explained, in order, from the words of the text', () => {
    for (const article of reports) {
      const { eventMentions, facts: known } = extractor.analyze(article);
      const { events, facts, passedOver } = extractor.explain(article);
      expect(events.map((e) => e.mention)).toEqual(eventMentions.map((m) => m.id));
      const cut = ({ text, start, end }: Words): void => expect(article.text.slice(start, end)).toBe(text);
      events.forEach((event, i) => {
        const mention = eventMentions[i];
        expect(event.frame.rule).toBe(mention?.evidence.rule);
        expect([event.sentence.start, event.trigger.start]).toEqual([
          mention?.evidence.span.start,
          mention?.evidence.trigger.start,
        ]);
        for (const words of [event.sentence, event.trigger, ...event.fixed, ...event.slots.map((s) => s.words)])
          cut(words);
        const explained = new Set(event.slots.flatMap((s) => (s.role ? s.entities.map((e) => e.id) : [])));
        expect(explained).toEqual(new Set(mention?.arguments.flatMap((a) => a.entities)));
        const product = event.confidenceParts.reduce((all, p) => all * p.factor, 1);
        expect(Math.abs(Math.min(0.95, product) - event.confidence)).toBeLessThan(0.005);
      });
      const rules = known.map((f) => f.evidence.rule).filter((rule) => rule.startsWith('STANDING'));
      expect(new Set(facts.map((f) => f.frame.rule))).toEqual(new Set(rules));
      for (const { trigger, sentence } of passedOver) [trigger, sentence].forEach(cut);
    }
  });

  test('explaining changes nothing and says the same twice', () => {
    const [article] = reports;
    if (!article) throw new Error('there are no samples');
    const before = JSON.stringify(extractor.analyze(article));
    const first = JSON.stringify(extractor.explain(article));
    expect(JSON.stringify(extractor.explain(article))).toBe(first);
    expect(JSON.stringify(extractor.analyze(article))).toBe(before);
  });

  test('bears texts that hold nothing', () => {
    for (const text of ['', ' ', '…', '\u0000', 'Kenya', '🙂']) expect(explain(text).events).toEqual([]);
  });
});
