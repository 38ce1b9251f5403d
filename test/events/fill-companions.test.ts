import { expect, test } from 'vitest';
import { who } from '../support/story.ts';

test.each([
  ['Norway, together with Sweden, condemned Chad.', ['criticised: NOR + SWE -> TCD']],
  ['Norway, alongside Sweden, condemned Chad.', ['criticised: NOR + SWE -> TCD']],
  ['Norway sanctioned Chad along with Mali.', ['sanctioned: NOR -> TCD']],
])('who acts beside somebody acts as well: %s', (text, lines) => expect(who(text)).toEqual(lines));
