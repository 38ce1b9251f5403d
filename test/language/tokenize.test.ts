import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/language/tokenize.ts';
import { abbreviations, toArticle } from './resources.ts';

const read = (text: string) => tokenize(toArticle(text), abbreviations);

/** Sentences as strings, cut out of the text. */
function sentencesOf(text: string): readonly string[] {
  const { tokens, sentences } = read(text);
  return sentences.map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end));
}

const wordsOf = (text: string): string =>
  read(text)
    .tokens.map((token) => token.text)
    .join(' ');

describe('sentences', () => {
  test.each<[string, readonly string[]]>([
    ['Envoys met in Oslo. They spoke for an hour.', ['Envoys met in Oslo.', 'They spoke for an hour.']],
    ['Mr. Lindqvist met Dr. Okafor. Both left early.', ['Mr. Lindqvist met Dr. Okafor.', 'Both left early.']],
    ['The U.S. Embassy closed. It reopens soon.', ['The U.S. Embassy closed.', 'It reopens soon.']],
    ['He flew to the U.S. The minister stayed.', ['He flew to the U.S.', 'The minister stayed.']],
    ['It began at 9 a.m. on Monday. Nobody came.', ['It began at 9 a.m. on Monday.', 'Nobody came.']],
    ['J. R. Halvorsen signed. A. Brandt did not.', ['J. R. Halvorsen signed.', 'A. Brandt did not.']],
    ['Train No. 5 was late. He said no. They waited.', ['Train No. 5 was late.', 'He said no.', 'They waited.']],
    ['They met in St. Petersburg on Feb. 3 and left.', ['They met in St. Petersburg on Feb. 3 and left.']],
    ['“We agree.” He smiled.', ['“We agree.”', 'He smiled.']],
    ['“Do you agree?” he asked. Nobody spoke.', ['“Do you agree?” he asked.', 'Nobody spoke.']],
    ['“Who pays?” Amina Farouk asked.', ['“Who pays?” Amina Farouk asked.']],
    ['"We will go," she said. "Soon."', ['"We will go," she said.', '"Soon."']],
    ['Growth was 3.5 percent. Exports fell.', ['Growth was 3.5 percent.', 'Exports fell.']],
    ['See www.example.org/a.b for more. Then write.', ['See www.example.org/a.b for more.', 'Then write.']],
    ['Wait... what? Yes!', ['Wait... what?', 'Yes!']],
    ['(They came by train.) He flew.', ['(They came by train.)', 'He flew.']],
    ['The pact was signed in 1955. [3] It was renewed.', ['The pact was signed in 1955. [3]', 'It was renewed.']],
    ['They ended the talks.The minister left.', ['They ended the talks.', 'The minister left.']],
    ['Steel, oil, etc. were taxed. Grain was not.', ['Steel, oil, etc. were taxed.', 'Grain was not.']],
    ['I said that I. But he went.', ['I said that I.', 'But he went.']],
    ['they left at noon. nobody saw them. i did.', ['they left at noon.', 'nobody saw them.', 'i did.']],
    ['The firm gained approx. half. He left.', ['The firm gained approx. half.', 'He left.']],
    ['Read the note. https://example.org/n', ['Read the note.', 'https://example.org/n']],
    ['Two states (e.g. The Gambia) agreed.', ['Two states (e.g. The Gambia) agreed.']],
    ['Ana Pinto (b. March 1960) leads it.', ['Ana Pinto (b. March 1960) leads it.']],
    ['They waited . . . Nobody came.', ['They waited . . .', 'Nobody came.']],
    ['She wrote Who Waits? (1965) and left.', ['She wrote Who Waits? (1965) and left.']],
    ['First point.\n.  Near Oslo, three boats sank.', ['First point.', '.', 'Near Oslo, three boats sank.']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  test('a blank line ends a sentence, a single newline is a space', () => {
    const text = 'The envoys met in the\nold town hall of the city\n\nNo statement was made.';
    const { sentences } = read(text);
    expect(sentencesOf(text)).toEqual(['The envoys met in the\nold town hall of the city', 'No statement was made.']);
    expect(sentences.map((sentence) => sentence.paragraph)).toEqual([0, 1]);
  });

  test('a wrapped line that stops at a name goes on', () => {
    const text = 'The letter was brought by the deputy of the minister and by\nMaria Santos, who heads the mission.';
    expect(sentencesOf(text)).toHaveLength(1);
  });

  test('headings and list items stand alone inside a paragraph', () => {
    const heading = 'Background\nThe two states have argued about the river for thirty years.';
    expect(sentencesOf(heading)).toEqual([
      'Background',
      'The two states have argued about the river for thirty years.',
    ]);
    const list = 'They agreed on three points:\n- open borders\n- free trade\n- joint patrols';
    expect(sentencesOf(list)).toEqual([
      'They agreed on three points:',
      '- open borders',
      '- free trade',
      '- joint patrols',
    ]);
  });

  test('no text, no sentences', () => {
    expect(read('').sentences).toEqual([]);
    expect(read(' \n\n \n').tokens).toEqual([]);
  });
});

describe('tokens', () => {
  test.each([
    ["Iran's envoy didn't sign.", "Iran 's envoy did n't sign ."],
    ['Iran’s envoy won’t sign.', 'Iran ’s envoy wo n’t sign .'],
    ['They cannot go.', 'They can not go .'],
    ["We're sure they've won; I'm not.", "We 're sure they 've won ; I 'm not ."],
    ["the workers' union", "the workers ' union"],
    ['Tehran-Moscow talks', 'Tehran - Moscow talks'],
    ['a three-day, high-level visit', 'a three - day , high - level visit'],
    ['Iran test-fired a rocket', 'Iran test-fired a rocket'],
    ['the test-firing of a rocket', 'the test - firing of a rocket'],
    ['the Non-Aligned Movement and pro-government media', 'the Non-Aligned Movement and pro-government media'],
    ['UN-backed and un-American', 'UN - backed and un-American'],
    ['al-Masri of Al-Quds', 'al - Masri of Al - Quds'],
    ['U.S.-led forces', 'U.S. - led forces'],
    ["the U.S.'s plan", "the U.S. 's plan"],
    ['at 7pm and 7:30 p.m. on Feb. 3', 'at 7 pm and 7:30 p.m. on Feb. 3'],
    ['He left the U.S.', 'He left the U.S.'],
    ['$5m, €2.5bn and 10%', '$ 5 m , € 2.5 bn and 10 %'],
    ['1,250,000 people, 3.5 percent', '1,250,000 people , 3.5 percent'],
    ['pages 3,4', 'pages 3 , 4'],
    ['the 1970s, the 20th', 'the 1970s , the 20th'],
    ['2010-2015', '2010 - 2015'],
    ['on 9/11 and 3/4/2021', 'on 9/11 and 3/4/2021'],
    ['and/or', 'and / or'],
    [
      'Write to press@example.org, or see https://example.org/a?b=1.',
      'Write to press@example.org , or see https://example.org/a?b=1 .',
    ],
    ['“Yes,” he said—twice.', '“ Yes , ” he said — twice .'],
    ['He left ... then returned…', 'He left ... then returned …'],
    ['AT&T and R&D', 'AT&T and R&D'],
    ['Ph.D. of J. R. Smith', 'Ph.D. of J. R. Smith'],
    ["rock 'n' roll o'clock", "rock ' n ' roll o'clock"],
    ['#peace @envoy', '#peace @envoy'],
    ['Señor Łukasz Đoković', 'Señor Łukasz Đoković'],
    ['(Reuters) - Oslo', '( Reuters ) - Oslo'],
    ['See annex-2.final.pdf, map.jpg and (draft).doc', 'See annex-2.final.pdf , map.jpg and ( draft ) .doc'],
    [
      'news at example.gov.au, example.de or misc.travel.rail',
      'news at example.gov.au , example.de or misc.travel.rail',
    ],
    ['Dial +47 or 1-800-555-0199, ext. 12', 'Dial +47 or 1-800-555-0199 , ext. 12'],
    ['up +3%, +1.5', 'up + 3 % , + 1.5'],
    ["the 1990's, in his 50's", "the 1990's , in his 50's"],
    ["the Group of 20's richest", "the Group of 20 's richest"],
    ['a 5G network of 500g at 60Hz', 'a 5G network of 500 g at 60 Hz'],
    ['w/o a visa b/c of rain', 'w/o a visa b/c of rain'],
    ['Who knows.? Nobody?! Not $$$.', 'Who knows .? Nobody ?! Not $$$ .'],
    ['Im not sure thats true and its a pity', 'I m not sure that s true and it s a pity'],
    ['its own army, your army', 'its own army , your army'],
    ['Im Sung-nam said its minister cant go', 'Im Sung - nam said its minister ca nt go'],
    ['Lets go; he lets them go', 'Let s go ; he lets them go'],
    ['mis-stated', 'mis-stated'],
    ['Oslo´s plan, it`s late', 'Oslo ´s plan , it `s late'],
    ['its easy to say; its good offices', 'it s easy to say ; its good offices'],
  ])('%s', (text, expected) => {
    expect(wordsOf(text)).toBe(expected);
  });
});

test('the number of a list item keeps its stop at the start of a line only', () => {
  expect(wordsOf('1. Open borders')).toBe('1. Open borders');
  expect(wordsOf('They agreed:\n  1. Open borders')).toBe('They agreed : 1. Open borders');
  expect(wordsOf('Points: 1. borders 2. trade')).toBe('Points : 1 . borders 2 . trade');
});

/** Text that looks like news now and then and like nothing at all otherwise. */
const PIECES = [
  ...[
    'Mr.',
    'U.S.',
    'a.m.',
    'J.',
    'etc.',
    'No. 5',
    "don't",
    '’s',
    '“',
    '”',
    '"',
    "'",
    '(',
    ')',
    '.',
    '...',
    '…',
    '?!',
    ',',
    ';',
  ],
  ...[
    '-',
    '–',
    '—',
    '--',
    '\n',
    '\n\n',
    ' ',
    '\t',
    '\r\n',
    '\u00a0',
    'non-',
    'Tehran-Moscow',
    '3.5',
    '1,000',
    '7pm',
    '$',
    '@',
    '#a',
  ],
  ...[
    'www.a.b',
    'x@y.org',
    'http://',
    '[3]',
    '•',
    '1.',
    '🇳🇴',
    '👩‍🚀',
    '\ud800',
    '\udc00',
    'سلام',
    '\u202e',
    'é',
    'e\u0301',
    'word',
    'Word',
  ],
];
const messyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
);

describe('properties', () => {
  test('tokens cut out their text and leave only white space between them', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        let at = 0;
        for (const token of read(text).tokens) {
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(text.slice(at, token.start).trim()).toBe('');
          expect(token.text).not.toMatch(/\s/);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  test('sentences cover all tokens in order and never cross a paragraph', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        const { tokens, sentences } = read(text);
        let next = 0;
        let paragraph = 0;
        for (const sentence of sentences) {
          expect(sentence.start).toBe(next);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(sentence.paragraph).toBeGreaterThanOrEqual(paragraph);
          const cut = text.slice(tokens[sentence.start]?.start, tokens[sentence.end - 1]?.end);
          expect(cut).not.toMatch(/\n[^\S\n]*\n/);
          paragraph = sentence.paragraph;
          next = sentence.end;
        }
        expect(next).toBe(tokens.length);
      }),
      { numRuns: 1000 },
    );
  });
});
