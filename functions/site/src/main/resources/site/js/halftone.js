/** Prints tone as dots: one screen per ink, each turned by its own angle, as a press does. */

/**
 * @typedef {(u: number, v: number) => number} Tone coverage from 0 to 1 at a point of the unit square
 */

const FULL_DOT = 1.18;
const SMALLEST_RADIUS = 0.3;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{width: number, height: number, cell: number, degrees: number, color: string, tone: Tone}} screen
 */
export function printScreen(context, { width, height, cell, degrees, color, tone }) {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const reach = Math.ceil(Math.hypot(width, height) / 2 / cell) + 1;
  context.fillStyle = color;
  context.beginPath();
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) {
      const x = width / 2 + (column * cos - row * sin) * cell;
      const y = height / 2 + (column * sin + row * cos) * cell;
      if (x < -cell || y < -cell || x > width + cell || y > height + cell) continue;
      const coverage = Math.min(Math.max(tone(x / width, y / height), 0), 1);
      const radius = cell * Math.sqrt(coverage / Math.PI) * FULL_DOT;
      if (radius < SMALLEST_RADIUS) continue;
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  context.fill();
}

/**
 * Fits the canvas to its box in device pixels.
 *
 * @param {HTMLCanvasElement} canvas
 * @returns {{context: CanvasRenderingContext2D, width: number, height: number} | null}
 */
export function fit(canvas) {
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  const context = canvas.getContext("2d");
  if (!context || width === 0 || height === 0) return null;
  const density = Math.min(devicePixelRatio, 2);
  const [across, down] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
  }
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

/**
 * Redraws on a new size and on a change between light and dark.
 *
 * @param {Element} element
 * @param {() => void} draw
 * @param {AbortSignal} until
 */
export function redrawOnChange(element, draw, until) {
  const sizes = new ResizeObserver(draw);
  sizes.observe(element);
  until.addEventListener("abort", () => sizes.disconnect(), { once: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw, { signal: until });
}

/**
 * @param {Element} element
 * @param {string} name of a custom property that holds a colour
 */
export const inkOf = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();

/**
 * Smooth noise from 0 to 1, the same for the same seed.
 *
 * @param {string} seed
 * @returns {Tone}
 */
export function noise(seed) {
  let hash = 2166136261;
  for (const character of seed) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  /** @param {number} x @param {number} y */
  const corner = (x, y) => {
    let mixed = Math.imul(hash ^ Math.imul(x, 374761393) ^ Math.imul(y, 668265263), 1274126177);
    mixed ^= mixed >>> 15;
    return ((Math.imul(mixed, 2246822519) >>> 0) % 1024) / 1023;
  };
  return (u, v) => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    const [a, b] = [smooth(u - x), smooth(v - y)];
    const top = corner(x, y) * (1 - a) + corner(x + 1, y) * a;
    const bottom = corner(x, y + 1) * (1 - a) + corner(x + 1, y + 1) * a;
    return top * (1 - b) + bottom * b;
  };
}

/**
 * Eases from 0 to 1 and stays within them.
 *
 * @param {number} t
 */
export function smooth(t) {
  const clamped = Math.min(Math.max(t, 0), 1);
  return clamped * clamped * (3 - 2 * clamped);
}
