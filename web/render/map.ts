import { createEdgeCurveProgram } from '@sigma/edge-curve';
import Sigma from 'sigma';
import { createEdgeArrowProgram, createEdgeDoubleArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { CameraState } from 'sigma/types';
import type { Display, DisplayEdge } from '../state/display.ts';
import { drawLabels, type Spot } from './draw-labels.ts';
import { drawnGraph } from './drawn-graph.ts';
import type { Palette } from './palette.ts';
import { type Box, curvePoint, type Point } from './place-labels.ts';
import { ShapeProgram } from './shape-program.ts';

/** What the pointer is over or has pressed. */
export type Target =
  | { readonly on: 'node'; readonly key: string }
  | { readonly on: 'edge'; readonly edge: DisplayEdge }
  | { readonly on: 'stage' };

export interface MapEvents {
  readonly press: (target: Target) => void;
  /** `at` in pixels of the container. */
  readonly hover: (target: Target, at: Point) => void;
  /** The graphics card took its context away; the map is dead. */
  readonly lost: () => void;
}

export interface ActorMap {
  readonly update: (display: Display, palette: Palette) => void;
  /** Moves so that these nodes fill the view; an empty list shows everything. */
  readonly fit: (nodes: readonly string[]) => void;
  readonly zoom: (by: 'in' | 'out') => void;
  readonly spotOf: (node: string) => Spot | undefined;
  /** A point on the line of an edge, for tests and tooltips. */
  readonly middleOf: (edge: DisplayEdge) => Point | undefined;
  readonly kill: () => void;
}

/** True when this browser can draw the map at all. */
export function canDraw(): boolean {
  const canvas = document.createElement('canvas');
  return Boolean(canvas.getContext('webgl2') ?? canvas.getContext('webgl'));
}

const HEAD = { lengthToThicknessRatio: 3.6, widenessToThicknessRatio: 2.8 };

const SETTINGS = {
  allowInvalidContainer: true,
  renderLabels: false,
  renderEdgeLabels: false,
  enableEdgeEvents: true,
  zIndex: true,
  stagePadding: 56,
  // Nodes grow more slowly than distances, so that coming nearer opens a crowd.
  zoomToSizeRatioFunction: (ratio: number) => ratio ** 0.35,
  minCameraRatio: 0.04,
  maxCameraRatio: 2,
  minEdgeThickness: 1,
  defaultNodeType: 'shape',
  defaultEdgeType: 'line',
  defaultDrawNodeHover: () => undefined,
  nodeProgramClasses: { shape: ShapeProgram },
  edgeProgramClasses: {
    line: EdgeRectangleProgram,
    lineArrow: createEdgeArrowProgram(HEAD),
    lineBoth: createEdgeDoubleArrowProgram(HEAD),
    curveArrow: createEdgeCurveProgram({ arrowHead: { extremity: 'target', ...HEAD } }),
    curveBoth: createEdgeCurveProgram({ arrowHead: { extremity: 'both', ...HEAD } }),
  },
};

/** Draws the display graph into a container; everything that knows of sigma lies behind this. */
export function createMap(container: HTMLElement, first: Display, firstPalette: Palette, events: MapEvents): ActorMap {
  let display = first;
  let palette = firstPalette;
  let hovered: string | undefined;
  let alive = true;
  const sigma = new Sigma(drawnGraph(display, palette, scaleFor(container)), container, SETTINGS);
  const spotOf = (node: string): Spot | undefined => spotIn(sigma, node);
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const duration = (): number => (calm.matches ? 0 : 450);
  fixBox(sigma, display);

  sigma.on('afterRender', () => {
    const context = sigma.getCanvases()['labels']?.getContext('2d');
    const { width, height } = sigma.getDimensions();
    const view = { left: 2, top: 2, right: width - 2, bottom: height - 2 };
    if (context) drawLabels(context, { display, palette, hovered, view, controls: controlsOf(width), spot: spotOf });
  });
  listen(
    sigma,
    events,
    () => display,
    (key) => {
      hovered = key;
      sigma.scheduleRender();
    },
  );
  // sigma follows the window; the room for the map also changes when a panel grows.
  const watcher = new ResizeObserver(() => {
    if (alive) sigma.scheduleRefresh();
  });
  watcher.observe(container);
  watchContext(sigma, () => {
    if (!alive) return;
    alive = false;
    events.lost();
  });

  return {
    spotOf,
    update: (next, colours) => {
      const moved = next.limit !== display.limit;
      [display, palette] = [next, colours];
      sigma.setGraph(drawnGraph(display, palette, scaleFor(container)));
      if (moved) fixBox(sigma, display);
    },
    fit: (nodes) => {
      const to = cameraFor(sigma, nodes);
      if (duration() === 0) sigma.getCamera().setState(to);
      else void sigma.getCamera().animate(to, { duration: duration() });
    },
    zoom: (by) => {
      const camera = sigma.getCamera();
      void (by === 'in'
        ? camera.animatedZoom({ duration: duration() / 2 })
        : camera.animatedUnzoom({ duration: duration() / 2 }));
    },
    middleOf: (edge) => {
      const [from, to] = [spotOf(edge.source), spotOf(edge.target)];
      return from && to ? curvePoint(from, to, edge.curve, 0.5) : undefined;
    },
    kill: () => {
      alive = false;
      watcher.disconnect();
      sigma.kill();
    },
  };
}

/** Node sizes are made for a map of 700 pixels; on a phone they shrink, though not as much as the map. */
function scaleFor({ offsetWidth, offsetHeight }: HTMLElement): number {
  return Math.min(1, Math.max(0.55, Math.min(offsetWidth, offsetHeight) / 620));
}

const controlsOf = (width: number): Box => ({ left: width - 60, top: 0, right: width, bottom: 140 });

function spotIn(sigma: Sigma, node: string): Spot | undefined {
  const data = sigma.getNodeDisplayData(node);
  return data ? { ...sigma.framedGraphToViewport(data), radius: sigma.scaleSize(data.size) } : undefined;
}

/** Positions stay where they are when filters take nodes away: the frame is that of the first drawing. */
function fixBox(sigma: Sigma, { nodes }: Display): void {
  if (nodes.length === 0) return;
  const extent = (values: readonly number[]): [number, number] => {
    const [min, max] = [Math.min(...values), Math.max(...values)];
    return max > min ? [min, max] : [min - 1, max + 1];
  };
  sigma.setCustomBBox({ x: extent(nodes.map((n) => n.x)), y: extent(nodes.map((n) => n.y)) });
  sigma.refresh();
}

function listen(
  sigma: Sigma,
  events: MapEvents,
  current: () => Display,
  hover: (node: string | undefined) => void,
): void {
  const edgeOf = (key: string): Target => {
    const edge = current().edges.find((one) => one.key === key);
    return edge ? { on: 'edge', edge } : { on: 'stage' };
  };
  const point = (event: { readonly x: number; readonly y: number }): Point => ({ x: event.x, y: event.y });
  sigma.on('clickNode', ({ node }) => events.press({ on: 'node', key: node }));
  sigma.on('clickEdge', ({ edge }) => events.press(edgeOf(edge)));
  sigma.on('clickStage', () => events.press({ on: 'stage' }));
  sigma.on('doubleClickNode', ({ preventSigmaDefault }) => preventSigmaDefault());
  sigma.on('enterNode', ({ node, event }) => {
    hover(node);
    events.hover({ on: 'node', key: node }, point(event));
  });
  sigma.on('leaveNode', ({ event }) => {
    hover(undefined);
    events.hover({ on: 'stage' }, point(event));
  });
  sigma.on('enterEdge', ({ edge, event }) => events.hover(edgeOf(edge), point(event)));
  sigma.on('leaveEdge', ({ event }) => events.hover({ on: 'stage' }, point(event)));
}

function watchContext(sigma: Sigma, lost: () => void): void {
  for (const canvas of Object.values(sigma.getCanvases())) {
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      lost();
    });
  }
}

/** Camera that shows the nodes with air around them; not so near that the surroundings are lost. */
function cameraFor(sigma: Sigma, nodes: readonly string[]): CameraState {
  const whole: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const points = nodes.flatMap((node) => sigma.getNodeDisplayData(node) ?? []);
  if (points.length === 0) return whole;
  const [left, right] = [Math.min(...points.map((p) => p.x)), Math.max(...points.map((p) => p.x))];
  const [low, high] = [Math.min(...points.map((p) => p.y)), Math.max(...points.map((p) => p.y))];
  const { width, height } = sigma.getDimensions();
  const corner = (x: number, y: number): Point => sigma.viewportToFramedGraph({ x, y }, { cameraState: whole });
  const [a, b] = [corner(0, 0), corner(width, height)];
  const fill = Math.max((right - left) / Math.abs(b.x - a.x), (high - low) / Math.abs(b.y - a.y)) * 1.5;
  if (fill > 0.9) return whole;
  const nearest = points.length > 2 ? 0.35 : 0.28;
  return { x: (left + right) / 2, y: (low + high) / 2, ratio: Math.max(nearest, fill), angle: 0 };
}
