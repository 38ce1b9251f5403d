import { beforeAll, describe, expect, test } from 'vitest';
import { testReader } from '../support/read.ts';
import { createFind, type Find } from './found.ts';

let find: Find;
beforeAll(async () => {
  find = createFind(await testReader());
});

describe('nouns that name a body or what somebody does', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['Kenya eased limits on the movement of nurses.', 'the movement', undefined],
    ['Norway banned the publication of maps of Chile.', 'the publication', undefined],
    ['Chad declared a state of emergency.', 'a state', undefined],
    ['Peru repeated its opposition to the pact.', 'its opposition', undefined],
    ['Ghana sent a mission to Togo.', 'a mission', undefined],
    ['Libya said the mission failed.', 'the mission', []],
    ['The Omani mission accused Yemen of fraud.', 'The Omani mission', ['org:OMN:mission']],
    ['The mission of Oman accused Yemen of fraud.', 'The mission', ['org:OMN:mission']],
    ['The UN mission in Mali condemned the attack.', 'The UN mission', ['org:un']],
    ['The Syrian opposition praised the pact.', 'The Syrian opposition', ['group:SYR:opposition']],
    [
      'The Free Derna Movement met in public on Sunday. Chad banned the movement.',
      'the movement',
      ['org:LBY:free-derna-movement'],
    ],
  ])('%s', (text, words, entities) => {
    expect(find(text).of(words)).toEqual(entities);
  });
});
