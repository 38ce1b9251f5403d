import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphs, segments } from '../../web/state/segments.ts';

test('marks the trigger inside its quote', () => {
  const text = 'Iran accused Israel.';
  const parts = segments(text, { start: 0, end: 20 }, [
    { name: 'quote', start: 0, end: 20 },
    { name: 'trigger', start: 5, end: 12 },
  ]);
  expect(parts).toEqual([
    { text: 'Iran ', marks: ['quote'] },
    { text: 'accused', marks: ['quote', 'trigger'] },
    { text: ' Israel.', marks: ['quote'] },
  ]);
});

const spans = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));

test('the pieces joined are the text again, whatever the marks', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), spans, fc.array(spans), (text, [start, end], marks) => {
      const parts = segments(
        text,
        { start, end },
        marks.map(([from, to]) => ({ name: 'm', start: from, end: to })),
      );
      const from = Math.max(0, Math.min(start, text.length));
      expect(parts.map((part) => part.text).join('')).toBe(text.slice(from, Math.max(from, end)));
      expect(parts.every((part) => part.text !== '')).toBe(true);
    }),
  );
});

test('paragraphs cut out their text', () => {
  const text = 'First.\n\nSecond\nline.\n\n\n\nThird.';
  expect(paragraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'First.',
    'Second\nline.',
    'Third.',
  ]);
});
