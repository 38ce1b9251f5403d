import type { DragomanGraph } from '../../src/graph/attributes.ts';
import type { Page } from '../state/view.ts';
import { Glyph } from './glyph.tsx';

interface NodeLinkProps {
  readonly graph: DragomanGraph;
  readonly node: string;
  readonly go: (page: Page) => void;
}

/** The name of a node as a button that selects it. */
export function NodeLink({ graph, node, go }: NodeLinkProps) {
  const { label, kind } = graph.getNodeAttributes(node);
  return (
    <button type="button" class="node-link" onClick={() => go({ at: 'node', node })}>
      <Glyph kind={kind} size={12} /> <bdi>{label}</bdi>
    </button>
  );
}
