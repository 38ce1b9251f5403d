import { describe, expect, it } from 'vitest';
import { findDateline, parseByline } from '../../src/ingest/dateline.ts';

const NEWS = 'The foreign minister of Norland arrived for talks.';

describe('findDateline', () => {
  it.each([
    ['TEHRAN (Tasnim) – ', { place: 'TEHRAN', agency: 'Tasnim' }],
    ['MOSCOW, Feb. 6 (Reuters) - ', { place: 'MOSCOW', date: 'Feb. 6', agency: 'Reuters' }],
    ['BEIJING — ', { place: 'BEIJING' }],
    ['GOMA, Democratic Republic of Congo - ', { place: 'GOMA, Democratic Republic of Congo' }],
    ['PORT OF SPAIN, Trinidad and Tobago (AP) — ', { place: 'PORT OF SPAIN, Trinidad and Tobago', agency: 'AP' }],
    ['GENEVA, 3 March (AFP) —', { place: 'GENEVA', date: '3 March', agency: 'AFP' }],
    ['WASHINGTON (AP) -- ', { place: 'WASHINGTON', agency: 'AP' }],
    ['ANKARA, Turkey (AP) — ', { place: 'ANKARA, Turkey', agency: 'AP' }],
    ['WASHINGTON, D.C. — ', { place: 'WASHINGTON, D.C.' }],
    ['UNITED NATIONS, Feb. 6 (Xinhua) -- ', { place: 'UNITED NATIONS', date: 'Feb. 6', agency: 'Xinhua' }],
    ['MOSCOW, February 6. /TASS/. ', { place: 'MOSCOW', date: 'February 6', agency: 'TASS' }],
    ['Tehran, Feb 6, IRNA – ', { place: 'Tehran', date: 'Feb 6', agency: 'IRNA' }],
    [
      'RAMALLAH, Monday, February 8, 2016 (WAFA) – ',
      { place: 'RAMALLAH', date: 'Monday, February 8, 2016', agency: 'WAFA' },
    ],
    ['WESTON (Own Wire) – March 14, 2023 – ', { place: 'WESTON', date: 'March 14, 2023', agency: 'Own Wire' }],
    ['WESTON (Own Wire) - 14 March 2023 - ', { place: 'WESTON', date: '14 March 2023', agency: 'Own Wire' }],
    ['Geneva (dpa) – ', undefined],
    ['Geneva (DPA) – ', { place: 'Geneva', agency: 'DPA' }],
    ['LONDON/PARIS (Reuters) - ', { place: 'LONDON/PARIS', agency: 'Reuters' }],
    ['ISLAMABAD: ', { place: 'ISLAMABAD' }],
    ["N'DJAMENA (AFP) - ", { place: "N'DJAMENA", agency: 'AFP' }],
    ['ST. PETERSBURG, Russia — ', { place: 'ST. PETERSBURG, Russia' }],
    ['(Reuters) - ', { place: '', agency: 'Reuters' }],
  ])('%s', (head, dateline) => {
    const found = findDateline(head + NEWS);
    expect(found?.dateline).toEqual(dateline);
    if (found) expect((head + NEWS).slice(found.end)).toBe(NEWS);
  });

  it.each([
    'BREAKING — The ministers of both countries have met.',
    'NATO — The alliance met in the town of Weston.',
    'EU – The union met in the town of Weston.',
    'WATCH: The ministers arrive in the town of Weston.',
    'Norland – the smaller of the two – agreed to talks.',
    'The minister (Jane Roe) – The one who left.',
    'NORTON – WESTON – Both towns are on the border.',
    'The Agency (IAEA) said on Tuesday that talks went on.',
    'NORTON —',
    'Norland (2016) – The year in which talks began.',
  ])('none in "%s"', (paragraph) => expect(findDateline(paragraph)).toBeUndefined());

  it('takes no speaker of a transcript for a place', () => {
    expect(findDateline('ROEBUCK: We will go on with the talks.', true)).toBeUndefined();
  });
});

describe('parseByline', () => {
  it.each([
    ['By JOHN SMITH', 'JOHN SMITH'],
    ['By John Smith and Jane Roe, Example Press', 'John Smith and Jane Roe, Example Press'],
    ['By Our Correspondent', 'Our Correspondent'],
    ['BY JANE ROE', 'JANE ROE'],
  ])('%s', (line, byline) => expect(parseByline(line)).toBe(byline));
  it.each(['By the end of the year talks had failed', 'By Tuesday, they agreed.', 'Norland stands by Sudland', 'By'])(
    'not "%s"',
    (line) => expect(parseByline(line)).toBeUndefined(),
  );
});
