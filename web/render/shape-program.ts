import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { Shape } from './palette.ts';

/** Order in which the fragment shader knows the shapes. */
const SHADER_SHAPES: readonly Shape[] = ['circle', 'square', 'ring', 'diamond', 'triangle', 'hexagon'];

/** What a node of the drawn graph carries besides sigma's own attributes. */
export interface ShapeAttributes {
  readonly dgShape: Shape;
  /** Colour and width (pixels) of the outline that parts a node from the lines under it. */
  readonly dgOutline: string;
  readonly dgOutlineWidth: number;
}

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_outline;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_outlineWidth;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec4 v_outline;
varying vec2 v_point;
varying float v_pixel;
varying float v_shape;
varying float v_outlineWidth;

const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  float reach = 3.2;
  vec2 corner = reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + corner * radius, 1)).xy, 0, 1);
  v_point = corner;
  v_pixel = u_correctionRatio * 2.0 / radius;
  v_shape = a_shape;
  v_outlineWidth = a_outlineWidth;
  v_outline = a_outline;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_outline;
varying vec2 v_point;
varying float v_pixel;
varying float v_shape;
varying float v_outlineWidth;

const vec4 transparent = vec4(0.0);

float box(vec2 p, float side, float corner) {
  vec2 q = abs(p) - vec2(side - corner);
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}

float triangle(vec2 p, float r) {
  const float k = 1.7320508;
  p.x = abs(p.x) - r;
  p.y = p.y + r / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}

float hexagon(vec2 p, float r) {
  const vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  p = abs(p);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * r, k.z * r), r);
  return length(p) * sign(p.y);
}

float shape(vec2 p) {
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return box(p, 0.92, 0.22);
  if (v_shape < 2.5) return length(p) - 1.0;
  if (v_shape < 3.5) return box(vec2(p.x + p.y, p.x - p.y) * 0.7071, 0.9, 0.12);
  if (v_shape < 4.5) return triangle(p + vec2(0.0, 0.12), 1.15) - 0.08;
  return hexagon(p, 0.94);
}

void main(void) {
  float distance = shape(v_point);
  float outer = distance - v_outlineWidth * v_pixel;
  #ifdef PICKING_MODE
  gl_FragColor = outer > 0.0 ? transparent : v_color;
  #else
  float edge = v_pixel;
  vec4 color = mix(v_outline, v_color, 1.0 - smoothstep(-edge, 0.0, distance));
  if (v_shape > 1.5 && v_shape < 2.5) {
    color = mix(color, v_outline, 1.0 - smoothstep(-edge, 0.0, length(v_point) - 0.52));
  }
  gl_FragColor = mix(color, transparent, smoothstep(-edge, 0.0, outer));
  #endif
}
`;

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;
const CORNERS = [0, (2 * Math.PI) / 3, (4 * Math.PI) / 3].map((angle) => [angle]);

/** Draws a node as one of six shapes with an outline; a triangle around the shape is all the geometry it needs. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    const color = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
    const number = (name: string, size = 1) => ({ name, size, type: FLOAT });
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        number('a_position', 2),
        number('a_size'),
        number('a_shape'),
        number('a_outlineWidth'),
        color('a_color'),
        color('a_outline'),
        color('a_id'),
      ],
      CONSTANT_ATTRIBUTES: [number('a_angle')],
      CONSTANT_DATA: CORNERS,
    };
  }

  processVisibleItem(index: number, start: number, data: NodeDisplayData & Partial<ShapeAttributes>): void {
    const { array } = this;
    const values = [
      data.x,
      data.y,
      data.size,
      SHADER_SHAPES.indexOf(data.dgShape ?? 'circle'),
      data.dgOutlineWidth ?? 0,
      floatColor(data.color),
      floatColor(data.dgOutline ?? data.color),
      index,
    ];
    for (const [offset, value] of values.entries()) array[start + offset] = value;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const { u_sizeRatio, u_correctionRatio, u_matrix } = uniformLocations as Record<
      (typeof UNIFORMS)[number],
      WebGLUniformLocation
    >;
    gl.uniform1f(u_correctionRatio, params.correctionRatio);
    gl.uniform1f(u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(u_matrix, false, params.matrix);
  }
}
