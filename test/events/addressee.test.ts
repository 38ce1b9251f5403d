import { expect, test } from 'vitest';
import { type Row, standing } from '../support/story.ts';

test.each<Row>([
  // The sender says it, though the words stand behind the addressee.
  ['Fiji sent a letter to Samoa threatening to leave the forum.', 'threatened: FJI -> WSM [asserted]'],
  // Whom the words name goes before the addressee.
  ['Chad released a statement to the Sudanese press accusing Libya of treachery.', 'accused: TCD -> LBY [asserted]'],
  // Not a writing: those who are sent do it themselves.
  ['Chad sent troops to Libya threatening to occupy Niger.'],
])('%s', (text, ...lines) => {
  const read = standing(text);
  for (const line of lines) expect(read).toContain(line);
  if (lines.length === 0) expect(read.some((line) => line.startsWith('threatened: TCD -> LBY'))).toBe(false);
});
