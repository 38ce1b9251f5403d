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

describe('people of whom nothing more is told', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['Libya shelled the town and people fled.', 'people', []],
    ['Sailors protested in Lima.', 'Sailors', []],
    ['Pirates attacked merchant ships off Somalia.', 'merchant ships', []],
    ['Workers marched on Monday. They burned flags.', 'They', []],
    ['Iran detained ten inmates.', 'ten inmates', []],
    ['Kenyan protesters burned flags.', 'Kenyan protesters', ['group:KEN:protesters']],
    ['Iran detained sailors of a Greek tanker.', 'sailors', ['group:GRC:sailors']],
    ['Serbia protected ethnic Croats and Roma refugees.', 'Roma refugees', ['group:01234567:roma-refugees']],
    ['Pirates attacked a port of Oman.', 'Pirates', ['group:01234567:pirates']],
    ['Togo blamed the rebels.', 'the rebels', ['group:01234567:rebels']],
  ])('%s', (text, words, entities) => {
    const found = find(text);
    expect(found.of(words)).toEqual(entities);
    expect(found.own.filter((id) => id.startsWith('group:'))).toEqual(
      found.layer.links.map((l) => l.entity).filter((id) => id.startsWith('group:')),
    );
  });
});
