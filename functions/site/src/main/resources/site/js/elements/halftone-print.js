import { Component } from "../component.js";
import { h } from "../dom.js";
import { fit, inkOf, noise, printScreen, redrawOnChange, smooth } from "../halftone.js";

const DEVELOPING_MILLIS = 1100;
const HORIZON = 0.66;
const SUN = { u: 0.6, v: 0.4, radius: 0.235 };

const grain = noise("low sun");

/** The title print: a low sun over water, in two inks, drawn dot by dot. */
class HalftonePrint extends Component {
  #canvas = h("canvas", { "aria-hidden": "true" });
  #developed = 0;

  render() {
    this.replaceChildren(this.#canvas);
    redrawOnChange(this, () => this.#draw(), this.life);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#developed = 1;
      return;
    }
    this.setAttribute("aria-busy", "true");
    const start = performance.now();
    /** @param {number} now */
    const step = (now) => {
      this.#developed = Math.min(Math.max((now - start) / DEVELOPING_MILLIS, 0), 1);
      this.#draw();
      if (this.#developed < 1 && !this.life.aborted) requestAnimationFrame(step);
      else this.removeAttribute("aria-busy");
    };
    requestAnimationFrame(step);
  }

  #draw() {
    const sheet = fit(this.#canvas);
    if (!sheet) return;
    const { context, width, height } = sheet;
    const cell = Math.max(width / 62, 5);
    const shape = height / width;
    /** @param {number} tone @param {number} v */
    const develop = (tone, v) => tone * smooth(this.#developed * 1.7 - (1 - v) * 0.7);
    const box = { width, height, cell };
    printScreen(context, {
      ...box,
      degrees: 15,
      color: inkOf(this, "--print-warm"),
      tone: (u, v) => develop(warm(u, v, shape), v),
    });
    // Inks do not hide each other: where they overlap, both are seen.
    context.globalCompositeOperation = "multiply";
    printScreen(context, {
      ...box,
      degrees: 45,
      color: inkOf(this, "--print-ink"),
      tone: (u, v) => develop(dark(u, v, shape), v),
    });
    context.globalCompositeOperation = "source-over";
  }
}

/**
 * The warm ink: the sun, the glow around it, its broken reflection.
 *
 * @param {number} u
 * @param {number} v
 * @param {number} shape height over width
 */
function warm(u, v, shape) {
  const distance = Math.hypot(u - SUN.u, (v - SUN.v) * shape);
  if (v < HORIZON) {
    const disc = smooth((SUN.radius - distance) / 0.012);
    const glow = 0.34 * Math.exp(-Math.max(distance - SUN.radius, 0) * 5) + 0.08 * v;
    return Math.max(disc * (0.96 - 0.42 * smooth((v - SUN.v + SUN.radius) / 0.5)), glow);
  }
  const depth = (v - HORIZON) / (1 - HORIZON);
  const spread = SUN.radius * (0.55 + 0.5 * depth);
  const band = smooth((spread - Math.abs(u - SUN.u + 0.05 * (grain(3, v * 60) - 0.5))) / 0.09);
  const wave = smooth(grain(u * 5, v * 70) * 1.9 - 0.55);
  return Math.max(0.72 * band * wave * (1 - 0.45 * depth), 0.1 * (1 - depth));
}

/**
 * The dark ink: three ridges that fade into mist, and the water.
 *
 * @param {number} u
 * @param {number} v
 * @param {number} shape
 */
function dark(u, v, shape) {
  if (v >= HORIZON) {
    const depth = (v - HORIZON) / (1 - HORIZON);
    const wave = grain(u * 4 + 9, v * 80 + 5);
    return 0.16 + 0.52 * depth * depth + 0.3 * smooth(wave * 2 - 0.9) * (1 - 0.5 * depth);
  }
  let tone = 0.03 + 0.2 * smooth((0.24 - v) / 0.5) * grain(u * 3, v * 3 * shape);
  for (const ridge of RIDGES) {
    const top = ridge.top(u);
    if (v < top) continue;
    const fade = smooth((v - top) / (HORIZON - top + 0.05));
    tone = ridge.tone * (1 - ridge.mist * fade);
  }
  return tone;
}

/** @type {{tone: number, mist: number, top: (u: number) => number}[]} */
const RIDGES = [
  { tone: 0.34, mist: 0.75, top: (u) => 0.52 - 0.1 * grain(u * 2.6 + 4, 1) - 0.03 * grain(u * 11, 2) },
  { tone: 0.62, mist: 0.5, top: (u) => 0.6 - 0.15 * Math.exp(-(((u - 0.16) / 0.2) ** 2)) - 0.035 * grain(u * 9 + 2, 5) },
  { tone: 0.92, mist: 0.1, top: (u) => 0.668 - 0.115 * Math.exp(-(((u - 1) / 0.24) ** 2)) - 0.02 * grain(u * 16, 8) },
];

customElements.define("halftone-print", HalftonePrint);
