import { expect, test } from 'vitest';
import { who } from '../support/story.ts';

const protests = (text: string): string[] => who(text).filter((line) => line.startsWith('protested-against'));

test('what people do for a protest is the protest', () => {
  expect(protests('Students torched a bus to protest the Malian raid.')[0]).toMatch(/-> MLI$/);
  expect(protests('Workers banged pots in protest at the Malian budget.')[0]).toMatch(/-> MLI$/);
});
