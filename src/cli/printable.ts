/** C0 and C1 controls, direction marks that could reorder a line, lone surrogates, line and paragraph separators. */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text that came from outside, made safe for a terminal: one line, no escape sequences. */
export const printable = (text: string): string => text.replace(/\s+/g, ' ').replace(UNPRINTABLE, '\ufffd');

/** The same, for messages of several lines: line breaks stay. */
export const printableLines = (text: string): string => text.split('\n').map(printableKeepingIndent).join('\n');

const printableKeepingIndent = (line: string): string => line.replace(/\t/g, '  ').replace(UNPRINTABLE, '\ufffd');
