import { expect, test } from 'vitest';
import { tell } from '../support/story.ts';

test.each([
  ['Finland warned that higher tolls would drive Estonian hauliers into the arms of Latvia.', 'FIN -> ?'],
  ['Norway warned that the sanctions would hurt Iceland.', 'NOR -> ?'],
  ['Serbia warned that NATO could attack Belarus.', 'SRB -> ?'],
  ['In Tokyo, the minister warned that a trade war would harm South Korea.', '"the minister" -> ?'],
  ['Peru warned that it would strike Chile.', 'PER -> CHL'],
  ['Peru warned that its army would attack Chile.', 'PER -> CHL'],
  ['Serbia warned that NATO would regret the exercise.', 'SRB -> org:nato'],
])('a fear of what others do threatens nobody whom it befalls: %s', (text, sides) => {
  expect(
    tell(text)
      .filter((line) => line.startsWith('THREATEN'))
      .map((line) => line.replace(/; .*| \[.*/, '')),
  ).toEqual([`THREATEN warned: ${sides}`]);
});
