import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableLines } from '../../src/cli/printable.ts';
import { cutTo, displayWidth, formatTable, wrap } from '../../src/cli/table.ts';

const columns = [
  { title: 'name', value: (r: { n: string; v: number }) => r.n, shrink: true },
  { title: 'count', value: (r: { n: string; v: number }) => r.v, align: 'right' as const },
];

describe('table', () => {
  it('aligns columns', () => {
    const rows = [
      { n: 'Iran', v: 7 },
      { n: 'United Nations', v: 12 },
    ];
    expect(formatTable(rows, columns)).toBe('name            count\nIran                7\nUnited Nations     12');
  });

  it('cuts only columns that give way, and only when there is a width', () => {
    const rows = [{ n: 'International Atomic Energy Agency', v: 1 }];
    expect(formatTable(rows, columns, 22).split('\n')[1]).toBe('International …      1');
    expect(formatTable(rows, columns)).toContain('International Atomic Energy Agency');
  });

  it('counts columns as a terminal does', () => {
    expect(displayWidth('中文')).toBe(4);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(cutTo('中文字', 5)).toBe('中文…');
  });

  it('keeps lines within the width, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 20, max: 80 }), (names, width) => {
        const rows = names.map((n) => ({ n, v: 1 }));
        for (const line of formatTable(rows, columns, width).split('\n'))
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('wraps at spaces', () => {
    expect(wrap('one two three four', 10, '  ')).toBe('  one two\n  three\n  four');
  });
});

describe('printable', () => {
  it('lets no control character, escape sequence or direction mark through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(printableLines(text)).not.toMatch(/[^\P{Cc}\n]/u);
      }),
    );
    expect(printable('a\u001b[31mb\nc\u202ed')).toBe('a\ufffd[31mb c\ufffdd');
  });

  it('leaves names in any script alone', () => {
    for (const name of ['Владимир Путин', '王毅', 'نتانیاهو', 'Nicolás Maduro', '🇫🇷'])
      expect(printable(name)).toBe(name);
  });
});
