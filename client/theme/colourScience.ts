/**
 * Measures of colour for the palette's test: contrast (WCAG 2.2, 1.4.3), the difference people see (CIEDE2000) and
 * how a colour looks with a colour-blind eye.
 */
export const VISIONS = ["normal", "protan", "deutan", "tritan"] as const;
export type Vision = (typeof VISIONS)[number];
type Triple = readonly [number, number, number];

/** Linear-RGB matrices of full severity: Machado, Oliveira, Fernandes (2009), table 1. */
const SEEN: Readonly<Record<Exclude<Vision, "normal">, readonly Triple[]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** sRGB text `#rrggbb` to linear light, each channel 0–1. */
function linear(hex: string): Triple {
  const channel = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const held = (x: number): number => Math.min(1, Math.max(0, x));

/** A colour in linear light as an eye of this kind sees it. */
export function seenBy(hex: string, vision: Vision): Triple {
  const light = linear(hex);
  if (vision === "normal") return light;
  const [r, g, b] = SEEN[vision] as readonly [Triple, Triple, Triple];
  return [held(dot(r, light)), held(dot(g, light)), held(dot(b, light))];
}

/** Contrast ratio of two colours, 1–21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], linear(hex));
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** CIE L*a*b* under D65. */
function lab(light: Triple): Triple {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], light) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], light));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], light) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const RAD = Math.PI / 180;
const hue = (b: number, a: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RAD + 360) % 360);

/** CIEDE2000 of two colours in linear light (Sharma, Wu, Dalal 2005, equations 2–22, kL = kC = kH = 1). */
export function deltaE00(one: Triple, two: Triple): number {
  const [L1, a1, b1] = lab(one);
  const [L2, a2, b2] = lab(two);
  const c7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const G = 0.5 * (1 - Math.sqrt(c7 / (c7 + 25 ** 7)));
  const C1 = Math.hypot(a1 * (1 + G), b1);
  const C2 = Math.hypot(a2 * (1 + G), b2);
  const h1 = hue(b1, a1 * (1 + G));
  const h2 = hue(b2, a2 * (1 + G));
  const grey = C1 * C2 === 0;
  let dh = grey ? 0 : h2 - h1;
  if (dh > 180) dh -= 360;
  if (dh < -180) dh += 360;
  const dH = 2 * Math.sqrt(C1 * C2) * Math.sin((dh / 2) * RAD);
  const Lm = (L1 + L2) / 2;
  const Cm = (C1 + C2) / 2;
  let hm = grey ? h1 + h2 : (h1 + h2) / 2;
  if (!grey && Math.abs(h1 - h2) > 180) hm += h1 + h2 < 360 ? 180 : -180;
  const T =
    1 -
    0.17 * Math.cos((hm - 30) * RAD) +
    0.24 * Math.cos(2 * hm * RAD) +
    0.32 * Math.cos((3 * hm + 6) * RAD) -
    0.2 * Math.cos((4 * hm - 63) * RAD);
  const SL = 1 + (0.015 * (Lm - 50) ** 2) / Math.sqrt(20 + (Lm - 50) ** 2);
  const SC = 1 + 0.045 * Cm;
  const SH = 1 + 0.015 * Cm * T;
  const RT =
    -2 * Math.sqrt(Cm ** 7 / (Cm ** 7 + 25 ** 7)) * Math.sin(60 * RAD * Math.exp(-(((hm - 275) / 25) ** 2)));
  const [l, c, h] = [(L2 - L1) / SL, (C2 - C1) / SC, dH / SH];
  return Math.sqrt(l * l + c * c + h * h + RT * c * h);
}
