import { normalUpper } from "../distribution/normal.ts";
import type { RandomSource } from "./generator.ts";

/** A source that also fills arrays with standard normals, for work that needs millions. */
export interface NormalSource extends RandomSource {
  fill(out: Float64Array): void;
}

const LAYERS = 256;
/** Where the tail begins, for 256 layers of equal area. */
const TAIL = 3.6541528853610088;

const edges = layerEdges();
const ratios = Float64Array.from({ length: LAYERS }, (_, i) => edges[i + 1]! / edges[i]!);

/** Right edges x_0 > x_1 = TAIL > … > x_256 = 0 of layers with equal area v; x_0 makes the base layer a rectangle. */
export function layerEdges(): Float64Array {
  const f = (x: number) => Math.exp(-0.5 * x * x);
  const area = TAIL * f(TAIL) + Math.sqrt(2 * Math.PI) * normalUpper(TAIL);
  const x = new Float64Array(LAYERS + 1);
  x[0] = area / f(TAIL);
  x[1] = TAIL;
  for (let i = 2; i < LAYERS; i++) x[i] = Math.sqrt(-2 * Math.log(area / x[i - 1]! + f(x[i - 1]!)));
  return x;
}

/**
 * Normals by the ziggurat on xoshiro128**: two words a draw, eight bits of the first for the layer and 56 others for
 * the place in it, so that layer and place are independent.
 * Marsaglia & Tsang (2000), Journal of Statistical Software 5(8); Doornik (2005), An improved ziggurat method.
 */
export function zigguratSource(seed: number): NormalSource {
  const state = seeded(seed);
  const word = (): number => {
    const b = state[1]!;
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const c = state[2]! ^ state[0]!;
    const d = state[3]! ^ b;
    state[1] = b ^ c;
    state[0] = state[0]! ^ d;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return result;
  };
  const uniform = (): number => ((word() >>> 5) * 67_108_864 + (word() >>> 6) + 0.5) / 9_007_199_254_740_992;

  /** What the rectangle of layer i leaves: its wedge, or the tail; NaN where the draw is thrown away. */
  const beyond = (i: number, u: number): number => {
    if (i === 0) {
      for (;;) {
        const x = -Math.log(uniform()) / TAIL;
        const y = -Math.log(uniform());
        if (2 * y > x * x) return u < 0 ? -TAIL - x : TAIL + x;
      }
    }
    const x = u * edges[i]!;
    const outer = Math.exp(-0.5 * (edges[i]! * edges[i]! - x * x));
    const inner = Math.exp(-0.5 * (edges[i + 1]! * edges[i + 1]! - x * x));
    return outer + uniform() * (inner - outer) < 1 ? x : Number.NaN;
  };
  /** The draw that its rectangle did not hold: layer and place. */
  const missed = new Float64Array(2);
  /** Fills from an index on while rectangles are hit, 99 times in 100, with the state in locals; the index it stopped at. */
  const fillInside = (out: Float64Array, from: number): number => {
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    const n = out.length;
    let at = from;
    for (; at < n; at++) {
      let scrambled = Math.imul(b, 5);
      const first = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
      let shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      scrambled = Math.imul(b, 5);
      const second = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
      shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      const i = first & 255;
      const u = second * 4.656612873077393e-10 + (first >>> 8) * 2.7755575615628914e-17;
      if (Math.abs(u) >= ratios[i]!) {
        missed[0] = i;
        missed[1] = u;
        break;
      }
      out[at] = u * edges[i]!;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
    return at;
  };
  const fill = (out: Float64Array): void => {
    for (let at = fillInside(out, 0); at < out.length; at = fillInside(out, at)) {
      const x = beyond(missed[0]!, missed[1]!);
      if (!Number.isNaN(x)) out[at++] = x;
    }
  };
  const one = new Float64Array(1);
  return {
    uniform,
    fill,
    normal() {
      fill(one);
      return one[0]!;
    },
  };
}

/** Four words of splitmix32, so that neighbouring seeds give unrelated streams. */
function seeded(seed: number): Int32Array {
  let mix = seed | 0;
  return Int32Array.from({ length: 4 }, () => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  });
}
