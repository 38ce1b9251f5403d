/** File formats by their first bytes, with what to do about each. */
const SIGNATURES: readonly {
  readonly name: string;
  readonly advice: string;
  readonly bytes: string;
  readonly at?: number;
}[] = [
  { name: 'a PDF document', advice: 'Copy its text into a .txt file (pdftotext does it).', bytes: '%PDF-' },
  {
    name: 'a ZIP archive (Word, EPUB and OpenDocument files are such archives too)',
    advice: 'Unpack it, or save the document as plain text.',
    bytes: 'PK\u0003\u0004',
  },
  { name: 'an old Word or Excel file', advice: 'Save it as plain text.', bytes: '\u00d0\u00cf\u0011\u00e0' },
  { name: 'an RTF document', advice: 'Save it as plain text.', bytes: '{\\rtf' },
  { name: 'a gzip archive', advice: 'Unpack it first.', bytes: '\u001f\u008b' },
  { name: 'a bzip2 archive', advice: 'Unpack it first.', bytes: 'BZh' },
  { name: 'an xz archive', advice: 'Unpack it first.', bytes: '\u00fd7zXZ' },
  { name: 'a Zstandard archive', advice: 'Unpack it first.', bytes: '\u0028\u00b5\u002f\u00fd' },
  { name: 'a 7-Zip archive', advice: 'Unpack it first.', bytes: "7z\u00bc\u00af'\u001c" },
  { name: 'a RAR archive', advice: 'Unpack it first.', bytes: 'Rar!\u001a' },
  { name: 'a PNG image', advice: 'Give the text of the article, not a picture of it.', bytes: '\u0089PNG' },
  { name: 'a JPEG image', advice: 'Give the text of the article, not a picture of it.', bytes: '\u00ff\u00d8\u00ff' },
  { name: 'a GIF image', advice: 'Give the text of the article, not a picture of it.', bytes: 'GIF8' },
  { name: 'a WebP image', advice: 'Give the text of the article, not a picture of it.', bytes: 'WEBP', at: 8 },
  { name: 'a TIFF image', advice: 'Give the text of the article, not a picture of it.', bytes: 'II*\u0000' },
  { name: 'a TIFF image', advice: 'Give the text of the article, not a picture of it.', bytes: 'MM\u0000*' },
  { name: 'a video or sound file', advice: 'Give the text of the article.', bytes: 'ftyp', at: 4 },
  { name: 'a sound file', advice: 'Give the text of the article.', bytes: 'ID3' },
  { name: 'an SQLite database', advice: 'Export its articles as JSON Lines.', bytes: 'SQLite format 3' },
  { name: 'a program', advice: 'Give the text of an article.', bytes: '\u007fELF' },
];

const SAMPLE_BYTES = 262_144;
/** Text has hardly any control characters; compressed data and programs have about one byte in ten. */
const MOST_CONTROLS = 0.05;
const MOST_NULS = 0.005;

/** What a file is that holds no text, in words for a message, and what to do; undefined for text. */
export function recogniseBinary(bytes: Uint8Array): { readonly name: string; readonly advice: string } | undefined {
  const signature = SIGNATURES.find((each) => startsWith(bytes, each.bytes, each.at ?? 0));
  if (signature) return signature;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let nuls = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls++;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++;
  }
  if (nuls <= MOST_NULS * sample.length && controls <= MOST_CONTROLS * sample.length) return undefined;
  return { name: 'a binary file', advice: 'Give plain text, HTML or JSON Lines.' };
}

const startsWith = (bytes: Uint8Array, signature: string, at: number): boolean =>
  bytes.length >= at + signature.length &&
  Array.from(signature).every((unit, i) => bytes[at + i] === unit.charCodeAt(0));
