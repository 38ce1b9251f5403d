import type { Display, DisplayEdge, DisplayNode } from '../state/display.ts';
import type { Palette } from './palette.ts';
import {
  aroundDisc,
  type Box,
  boxAround,
  curvePoint,
  type Placed,
  type Point,
  placeLabels,
  type Wish,
} from './place-labels.ts';

/** Where a node stands on the screen, in pixels. */
export interface Spot extends Point {
  readonly radius: number;
}

export interface LabelScene {
  readonly display: Display;
  readonly palette: Palette;
  readonly hovered: string | undefined;
  readonly view: Box;
  /** Where the zoom buttons lie. */
  readonly controls: Box;
  readonly spot: (node: string) => Spot | undefined;
}

const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const EDGE_FONT = `500 11px ${FAMILY}`;
const LONGEST = 30;
/** So many of the most active nodes are named even when that covers smaller ones. */
const INSISTING = 18;

/** Draws names of nodes and acts of edges without overlaps, the most important first. */
export function drawLabels(context: CanvasRenderingContext2D, scene: LabelScene): void {
  const { display, spot } = scene;
  const nodes = namedNodes(display, scene.hovered);
  const discs = display.nodes.flatMap((node) => {
    const at = node.emphasis === 'faded' ? undefined : spot(node.key);
    return at ? [boxAround(at, at.radius * 1.5, at.radius * 1.5)] : [];
  });
  const names = placeLabels(wishesOf(context, nodes, spot), scene.view, [...discs, scene.controls]);
  const nameBoxes = names.map((placed) => placedBox(context, placed, nodes));
  drawEdgeLabels(context, scene, [...discs, ...nameBoxes]);
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  for (const placed of names) {
    const node = byKey.get(placed.key);
    if (node) drawName(context, node, placed, scene);
  }
}

/** Names come in the order: what is looked at, its neighbours, then the most active. */
function namedNodes(display: Display, hovered: string | undefined): DisplayNode[] {
  const weight = (node: DisplayNode): number => (node.key === hovered ? 0 : node.emphasis === 'focus' ? 1 : 2);
  return display.nodes
    .filter((node) => node.emphasis !== 'faded' || node.key === hovered)
    .sort((a, b) => weight(a) - weight(b) || a.rank - b.rank);
}

export function shorten(label: string): string {
  const characters = [...label];
  return characters.length > LONGEST
    ? `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
    : label;
}

function fontOf(node: DisplayNode): { font: string; size: number } {
  const size = Math.round(10.5 + Math.min(4, node.size / 4.5) + (node.emphasis === 'focus' ? 1.5 : 0));
  const weight = node.emphasis === 'focus' ? 700 : node.size > 10 ? 600 : 450;
  return { font: `${weight} ${size}px ${FAMILY}`, size };
}

function measure(context: CanvasRenderingContext2D, node: DisplayNode): { width: number; height: number } {
  const { font, size } = fontOf(node);
  context.font = font;
  return { width: context.measureText(shorten(node.label)).width, height: size + 2 };
}

function wishesOf(context: CanvasRenderingContext2D, nodes: readonly DisplayNode[], spot: LabelScene['spot']): Wish[] {
  return nodes.flatMap((node) => {
    const at = spot(node.key);
    if (!at || node.label === '') return [];
    const { width, height } = measure(context, node);
    const insists = node.rank < INSISTING || node.emphasis === 'focus';
    return [{ key: node.key, width, height, candidates: aroundDisc(at, at.radius, width, height), insists }];
  });
}

function placedBox(context: CanvasRenderingContext2D, placed: Placed, nodes: readonly DisplayNode[]): Box {
  const node = nodes.find(({ key }) => key === placed.key);
  const { width, height } = node ? measure(context, node) : { width: 0, height: 0 };
  return boxAround(placed, width, height);
}

function drawName(context: CanvasRenderingContext2D, node: DisplayNode, at: Point, { palette }: LabelScene): void {
  context.font = fontOf(node).font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.halo;
  context.fillStyle = palette.text;
  const text = shorten(node.label);
  context.strokeText(text, at.x, at.y);
  context.fillText(text, at.x, at.y);
}

function drawEdgeLabels(context: CanvasRenderingContext2D, scene: LabelScene, obstacles: readonly Box[]): void {
  context.font = EDGE_FONT;
  const edges = scene.display.edges
    .filter((edge) => edge.label !== '' && !edge.faded)
    .sort((a, b) => b.volume - a.volume);
  const wishes = edges.flatMap((edge) => {
    const [from, to] = [scene.spot(edge.source), scene.spot(edge.target)];
    if (!from || !to) return [];
    const width = context.measureText(edge.label).width + 10;
    if (Math.hypot(to.x - from.x, to.y - from.y) < width * 0.8) return [];
    const candidates = [0.5, 0.42, 0.58, 0.34, 0.66].map((t) => curvePoint(from, to, edge.curve, t));
    return [{ key: edge.key, width, height: 16, candidates }];
  });
  const byKey = new Map(edges.map((edge) => [edge.key, edge]));
  for (const placed of placeLabels(wishes, scene.view, obstacles, 1)) {
    const edge = byKey.get(placed.key);
    if (edge) drawPill(context, edge, placed, scene.palette);
  }
}

function drawPill(context: CanvasRenderingContext2D, edge: DisplayEdge, at: Point, palette: Palette): void {
  context.font = EDGE_FONT;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const width = context.measureText(edge.label).width + 10;
  context.beginPath();
  context.roundRect(at.x - width / 2, at.y - 8, width, 16, 8);
  context.fillStyle = palette.background;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.tones[edge.tone];
  context.stroke();
  context.fillStyle = palette.text;
  context.fillText(edge.label, at.x, at.y + 0.5);
}
