import type { Diagnostic } from '../model/diagnostic.ts';

/** A folder of the user's own cannot be used; the message lists what is wrong, by file and line. */
export class KnowledgeError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    const lines = diagnostics.slice(0, MOST_LINES).map((d) => `  ${d.place ?? ''}: ${d.message}`);
    const more = diagnostics.length > MOST_LINES ? [`  … and ${diagnostics.length - MOST_LINES} more`] : [];
    super([`the knowledge of your own has ${count(diagnostics.length, 'error')}:`, ...lines, ...more].join('\n'));
    this.name = 'KnowledgeError';
    this.diagnostics = diagnostics;
  }
}

const MOST_LINES = 50;
const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
