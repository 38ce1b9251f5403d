import type { CharSpan } from '../model/span.ts';

/** One syntactic word of a treebank, with its place in the text of its sentence. */
export interface GoldWord extends CharSpan {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head within the sentence; the root is its own head. */
  readonly head: number;
  /** Universal dependency relation with its subtype (`nsubj:pass`). */
  readonly deprel: string;
  /** The column MISC as it stands; GUM's entities are in it. */
  readonly misc: string;
}

export interface GoldSentence {
  readonly id: string;
  readonly document: string;
  readonly startsParagraph: boolean;
  /** Rebuilt from the words and their SpaceAfter marks. */
  readonly text: string;
  readonly words: readonly GoldWord[];
}

interface Surface {
  readonly form: string;
  readonly words: readonly (readonly string[])[];
  readonly spaceAfter: boolean;
}

const spaceAfter = (misc: string | undefined): boolean => !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc ?? '');

/** Surface tokens: a word, or several that are written as one ("don't" 1-2). */
function surfacesOf(lines: readonly string[]): readonly Surface[] {
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  const surfaces: Surface[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? [];
    const id = row[0] ?? '';
    if (id.includes('.')) continue;
    const range = /^(\d+)-(\d+)$/.exec(id);
    const count = range ? Number(range[2]) - Number(range[1]) + 1 : 1;
    const words = range ? rows.slice(i + 1, i + 1 + count) : [row];
    surfaces.push({ form: row[1] ?? '', words, spaceAfter: spaceAfter(row[9]) });
    if (range) i += count;
  }
  return surfaces;
}

/** Ids count from 1 within the sentence; a head of 0 marks the root. */
function columnsOf(row: readonly string[]): Omit<GoldWord, 'start' | 'end'> {
  const [id = '', form = '', lemma = '', upos = '', xpos = '', , head = '', deprel = '', , misc = ''] = row;
  const at = Number(id) - 1;
  const above = Number(head) - 1;
  return { form, lemma, upos, xpos, head: above >= 0 ? above : at, deprel, misc };
}

/** Words inside a surface token share its characters, in order; the last one takes what is left. */
function place(surface: Surface, at: number): readonly GoldWord[] {
  const end = at + surface.form.length;
  let start = at;
  return surface.words.map((row, i) => {
    const form = row[1] ?? '';
    const stop = i === surface.words.length - 1 ? end : Math.min(end, start + form.length);
    const word = { ...columnsOf(row), start, end: stop };
    start = stop;
    return word;
  });
}

/** Reads CoNLL-U. Empty nodes and enhanced dependencies are left out. */
export function parseConllu(text: string): readonly GoldSentence[] {
  const sentences: GoldSentence[] = [];
  let document = '';
  for (const block of text.split(/\r?\n\r?\n/)) {
    const lines = block.split(/\r?\n/).filter((line) => line !== '');
    if (lines.length === 0) continue;
    const newDocument = lines.find((line) => line.startsWith('# newdoc'));
    if (newDocument !== undefined) document = newDocument.replace(/^# newdoc(?: id = )?/, '');
    const paragraph = newDocument !== undefined || lines.some((line) => line.startsWith('# newpar'));
    const id = lines.find((line) => line.startsWith('# sent_id = '))?.slice('# sent_id = '.length) ?? '';
    let body = '';
    const words: GoldWord[] = [];
    for (const surface of surfacesOf(lines)) {
      words.push(...place(surface, body.length));
      body += surface.form + (surface.spaceAfter ? ' ' : '');
    }
    if (words.length > 0) sentences.push({ id, document, startsParagraph: paragraph, text: body.trimEnd(), words });
  }
  return sentences;
}
