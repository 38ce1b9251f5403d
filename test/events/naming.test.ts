import { describe, expect, test } from 'vitest';
import { analyse } from '../support/story.ts';

const relationsOf = (text: string): string[] => analyse(text).eventMentions.map((m) => m.relation);

describe('to call somebody and to call somebody something', () => {
  test.each([
    ['Angela Merkel called Emmanuel Macron on Friday.', ['spoke-with']],
    ['Angela Merkel called Emmanuel Macron Friday.', ['spoke-with']],
    ['Angela Merkel called Emmanuel Macron a coward.', ['criticised']],
    ['Angela Merkel called the dam a success.', []],
    ['Angela Merkel called Kenya.', []],
  ])('%s', (text, expected) => expect(relationsOf(text)).toEqual(expected));
});
