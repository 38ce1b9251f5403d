import { printable } from './printable.ts';

export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | undefined;
  readonly align?: 'left' | 'right';
  /** Gives way first when the line is wider than the terminal. */
  readonly shrink?: boolean;
}

const GAP = '  ';
const NARROWEST = 12;

/**
 * Rows as aligned columns with a title line. Cells are made safe for terminals.
 * @param width of the terminal; columns marked `shrink` are cut to fit it. Without it nothing is cut.
 */
export function formatTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width?: number): string {
  const cells = rows.map((row) => columns.map((column) => printable(String(column.value(row) ?? ''))));
  const titles = columns.map((column) => column.title);
  const widths = columns.map((_, i) => Math.max(...[titles, ...cells].map((line) => displayWidth(line[i] ?? ''))));
  if (width !== undefined) shrink(widths, columns, width);
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, i) => pad(part, widths[i] ?? 0, columns[i]?.align === 'right'))
      .join(GAP)
      .trimEnd();
  return [line(titles), ...cells.map(line)].join('\n');
}

function shrink<Row>(widths: number[], columns: readonly Column<Row>[], width: number): void {
  const total = widths.reduce((sum, w) => sum + w, 0) + GAP.length * (widths.length - 1);
  let excess = total - width;
  for (let i = columns.length - 1; i >= 0 && excess > 0; i--) {
    if (!columns[i]?.shrink) continue;
    const cut = Math.min(excess, Math.max(0, (widths[i] ?? 0) - NARROWEST));
    widths[i] = (widths[i] ?? 0) - cut;
    excess -= cut;
  }
}

function pad(text: string, width: number, right: boolean): string {
  const cut = cutTo(text, width);
  const space = ' '.repeat(Math.max(0, width - displayWidth(cut)));
  return right ? space + cut : cut + space;
}

/** Cut with an ellipsis so that it takes at most `width` columns. */
export function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let [cut, used] = ['', 0];
  for (const char of text) {
    used += charWidth(char);
    if (used > width - 1) break;
    cut += char;
  }
  return `${cut}…`;
}

/** Columns that a text takes on a terminal: wide East Asian characters and emoji two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]$/u;

const charWidth = (char: string): number => (char < '\u0300' ? 1 : NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1);

/** Breaks a text into lines of at most `width` columns, at spaces; each line starts with `indent`. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(indent) + displayWidth(longer) > width) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return [...lines, indent + line].join('\n');
}
