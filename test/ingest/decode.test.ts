import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/ingest/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));
const utf16 = (text: string, littleEndian: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const utf32 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8, 0, 0]));
const codes = (bytes: Uint8Array): string[] => decode(bytes).diagnostics.map((each) => each.code);

const TEXT = 'The café in Zürich, where Señor Núñez met the envoy, was closed.\n';

describe('decode', () => {
  it.each([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 little-endian', utf16(`\ufeff${TEXT}`, true), 'utf-16le'],
    ['UTF-16 big-endian', utf16(`\ufeff${TEXT}`, false), 'utf-16be'],
    ['UTF-16 without a mark', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16 big-endian without a mark', utf16(TEXT, false), 'utf-16be'],
    ['UTF-32', utf32(`\ufeff${TEXT}`), 'utf-32le'],
    ['Latin-1', latin1(TEXT), 'windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    const read = decode(bytes);
    expect(read.text).toBe(TEXT);
    expect(read.encoding).toBe(encoding);
  });

  it('follows what HTML and the transport declare, unless the bytes are valid UTF-8', () => {
    const cyrillic = Uint8Array.from([
      ...latin1('<meta charset="windows-1251"><p>'),
      0xcc,
      0xee,
      0xf1,
      0xea,
      0xe2,
      0xe0,
    ]);
    expect(decode(cyrillic)).toMatchObject({ encoding: 'windows-1251', diagnostics: [] });
    expect(decode(cyrillic).text).toContain('Москва');
    expect(decode(cyrillic.subarray(-6), { encoding: 'windows-1251' }).text).toBe('Москва');
    expect(decode(utf8(`<meta charset="iso-8859-1">${TEXT}`)).text).toContain('café');
  });

  it('tells other alphabets by their letters', () => {
    const russian = 'Министр иностранных дел прибыл в столицу для переговоров о границе и торговле между странами.';
    const bytes = Uint8Array.from(russian, (unit) => {
      const code = unit.charCodeAt(0);
      return code < 128 ? code : code - 0x410 + 0xc0;
    });
    expect(decode(bytes).text).toBe(russian);
    expect(codes(bytes)).toEqual(['ingest/encoding-guessed']);
  });

  it('mends broken UTF-8 and says how often and where first', () => {
    const bytes = Uint8Array.from([
      ...utf8('One line.\nZürich and Genève and '),
      0xff,
      ...utf8(' and '),
      0xe2,
      0x80,
      ...utf8('.'),
    ]);
    const read = decode(bytes, { origin: 'a.txt' });
    expect(read.text).toBe('One line.\nZürich and Genève and \ufffd and \ufffd.');
    expect(read.diagnostics).toMatchObject([{ code: 'ingest/broken-encoding', severity: 'warning', place: 'a.txt:2' }]);
    expect(read.diagnostics[0]?.message).toContain('2 places');
  });

  it('takes one long well-formed sequence for UTF-8 that was broken elsewhere', () => {
    const bytes = Uint8Array.from([...utf8('WESTON – The envoys met Ir'), 0xc3, ...utf8('n, said '), 0xff, 0xfe]);
    expect(decode(bytes)).toMatchObject({
      encoding: 'utf-8',
      text: 'WESTON – The envoys met Ir\ufffdn, said \ufffd\ufffd',
    });
  });

  it.each([
    ['PDF', latin1('%PDF-1.4 text')],
    ['ZIP', latin1('PK\u0003\u0004....')],
    ['PNG', latin1('\u0089PNG\r\n')],
    ['JPEG', latin1('\u00ff\u00d8\u00ff\u00e0')],
    ['RTF', latin1('{\\rtf1 text}')],
    ['binary', Uint8Array.from({ length: 1000 }, (_, i) => (i * 7919) % 256)],
    ['binary', latin1('ab\u0000cd')],
  ])('refuses %s by name', (name, bytes) => {
    const read = decode(bytes);
    expect(read).toMatchObject({
      text: '',
      encoding: 'binary',
      diagnostics: [{ code: 'ingest/binary', severity: 'error' }],
    });
    expect(read.diagnostics[0]?.message).toContain(name);
  });

  it('mends line ends, controls and decomposed letters', () => {
    const bytes = utf8(`one\r\ntwo\rthree\u0007 cafe\u0301 zero\u200bwidth ${'word '.repeat(10)}`);
    expect(decode(bytes).text).toMatch(/^one\ntwo\nthree café zerowidth /);
    expect(codes(bytes)).toEqual(['ingest/control-characters']);
  });

  it('never throws, and always gives clean text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(utf8)), (bytes) => {
        const { text } = decode(bytes);
        expect(text.normalize('NFC')).toBe(text);
        expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}]/u);
      }),
      { numRuns: 1000 },
    );
  });
});
