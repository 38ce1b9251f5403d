import { describe, expect, it } from 'vitest';
import { standing } from '../support/story.ts';

/** What becomes of "sending troops to Mali" behind other words: the standing of its edge. */
const deed = (text: string): string | undefined =>
  standing(text)
    .find((line) => line.startsWith('mobilised-against: '))
    ?.replace(/^.*\[(\w+).*$/, '$1');

describe('an act behind a preposition', () => {
  it.each([
    ['Hungary decided against sending troops to Mali.', 'negated'],
    ['Hungary refrained from sending troops to Mali.', 'negated'],
    ['Hungary has ruled out sending troops to Mali.', 'negated'],
    ['Hungary left without sending troops to Mali.', 'negated'],
    ['Hungary expressed doubts about sending troops to Mali.', 'hypothetical'],
    ['Hungary warned against sending troops to Mali.', 'hypothetical'],
    ['Hungary is wary of sending troops to Mali.', 'hypothetical'],
    ['Hungary spoke of sending troops to Mali.', 'hypothetical'],
    ['Hungary insisted on sending troops to Mali.', 'hypothetical'],
    ['Hungary is guilty of sending troops to Mali.', 'asserted'],
    ['Hungary responded by sending troops to Mali.', 'asserted'],
    ['Sweden thanked Hungary for sending troops to Mali.', 'asserted'],
    ['Sweden accused Hungary of sending troops to Mali.', 'reported'],
  ])('%s', (text, status) => expect(deed(text)).toBe(status));
});

describe('a condition without "if"', () => {
  it.each([
    'Had Hungary sent troops to Mali, France would have left.',
    'Were Hungary to send troops to Mali, France would leave.',
  ])('%s', (text) => expect(deed(text)).toBe('hypothetical'));
});

it('what is not done until some day is done then', () => {
  expect(deed('It was not until Monday that Hungary sent troops to Mali.')).toBe('asserted');
});

describe('the first to do it', () => {
  it.each([
    ['Hungary was the first state to send troops to Mali.', 'asserted'],
    ['Hungary has become the latest country to send troops to Mali.', 'asserted'],
    ['Hungary would be the third state to send troops to Mali.', 'hypothetical'],
    ['Hungary is the next country to send troops to Mali.', 'hypothetical'],
    ['Hungary was a country to send troops to.', undefined],
  ])('%s', (text, status) => expect(deed(text)).toBe(status));
});
