import { MultiDirectedGraph } from 'graphology';
import type { Display, DisplayEdge, DisplayNode } from '../state/display.ts';
import { type Palette, SHAPES } from './palette.ts';

/** `scale` shrinks the nodes on a small screen. `type` below is sigma's: the name of a program, never a word of ours. */
export function drawnGraph(display: Display, palette: Palette, scale: number): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const node of display.nodes) graph.addNode(node.key, drawnNode(node, palette, scale));
  for (const edge of display.edges) {
    graph.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, drawnEdge(edge, palette));
  }
  return graph;
}

function drawnNode(node: DisplayNode, palette: Palette, scale: number): Record<string, unknown> {
  const faded = node.emphasis === 'faded';
  const focus = node.emphasis === 'focus';
  return {
    x: node.x,
    y: node.y,
    size: scale * (faded ? Math.min(node.size, 7) : Math.max(node.size, focus ? 11 : 0)),
    color: faded ? palette.faded : palette.kinds[node.kind],
    label: node.label,
    zIndex: focus ? 3 : faded ? 0 : 2,
    type: 'shape',
    dgShape: SHAPES[node.kind],
    dgOutline: focus ? palette.text : palette.background,
    dgOutlineWidth: focus ? 2.5 : 1.5,
  };
}

function drawnEdge(edge: DisplayEdge, palette: Palette): Record<string, unknown> {
  return {
    size: edge.faded ? Math.min(edge.width, 1.2) : edge.width,
    color: edge.faded ? palette.fadedEdge : palette.tones[edge.tone],
    curvature: edge.curve,
    zIndex: edge.faded ? 0 : edge.tone === 'tie' ? 1 : 2,
    type: programOf(edge),
  };
}

/** The curve program divides by the curvature, so straight edges have their own. */
function programOf({ curve, arrow }: DisplayEdge): string {
  if (arrow === 'none') return 'line';
  const straight = curve === 0;
  if (arrow === 'both') return straight ? 'lineBoth' : 'curveBoth';
  return straight ? 'lineArrow' : 'curveArrow';
}
