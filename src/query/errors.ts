/** A node key that the graph doesn't have; `suggestions` are the keys of nodes with a name like it, the likeliest first. */
export class UnknownNodeError extends Error {
  override readonly name = 'UnknownNodeError';
  readonly node: string;
  readonly suggestions: readonly string[];

  constructor(node: string, suggestions: readonly string[] = []) {
    const hint = suggestions.length > 0 ? `; did you mean ${suggestions.map((s) => `"${s}"`).join(', ')}?` : '';
    super(`the graph has no node "${node}"${hint}`);
    this.node = node;
    this.suggestions = suggestions;
  }
}

/** The graph has no edge of this key. */
export class UnknownEdgeError extends Error {
  override readonly name = 'UnknownEdgeError';
  readonly edge: string;

  constructor(edge: string) {
    super(`the graph has no edge "${edge}"`);
    this.edge = edge;
  }
}

/** An option of a query that can't be read (a date, a depth). */
export class QueryOptionError extends Error {
  override readonly name = 'QueryOptionError';
  readonly option: string;

  constructor(option: string, value: unknown, advice: string) {
    super(`${option}: ${JSON.stringify(value)} can't be read; ${advice}`);
    this.option = option;
  }
}
