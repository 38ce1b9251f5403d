import { describe, expect, test } from 'vitest';
import { analyse, extractor } from '../support/story.ts';

/** Names of the entities that stand for whom the text only describes. */
function described(text: string): string[] {
  const { eventMentions, entities } = analyse(text);
  const used = new Set(eventMentions.flatMap((m) => m.arguments.flatMap((a) => a.entities)));
  return entities.filter((e) => e.id.startsWith('group:') && !e.country && used.has(e.id)).map((e) => e.name);
}

describe('whom the text only describes is an entity of its own', () => {
  test.each([
    ["The steelworkers' union accused Norway of lying.", ["steelworkers' union"]],
    ['Sailors protested against Chad.', ['sailors']],
    ['Norwegian lawyers sued the creditors.', ['creditors']],
    ['Azerbaijani troops wounded two soldiers.', ['soldiers']],
    ['Coalition military forces attacked Hezbollah.', ['Coalition military forces']],
    ['Residents of the town protested against Turkey.', ['residents']],
  ])('%s', (text, names) => expect(described(text)).toEqual(names));
});

describe('nobody is made of those who act for somebody whom the text must name', () => {
  test.each([
    'The minister accused Norway of lying.',
    'Officials praised Norway.',
    'His lawyers accused Norway of lying.',
    'Norway helped people.',
    'The allies praised Norway.',
  ])('%s', (text) => expect(described(text)).toEqual([]));
});

test('the same words mean the same ones within an article, and others in another', () => {
  const idsOf = (id: string): string[] =>
    extractor
      .analyze({ id, title: '', text: 'Dockers accused Chad of lying. The dockers thanked Mali.', language: 'en' })
      .eventMentions.flatMap((m) => m.arguments.filter((a) => a.role === 'actor').flatMap((a) => a.entities));
  const [first, second] = [idsOf('0123456789abcdef'), idsOf('0123456789abcdee')];
  expect(new Set(first).size).toBe(1);
  expect(first.length).toBe(2);
  expect(second[0]).not.toBe(first[0]);
});
