// Contrast of every piece of text that can be seen on a page with what lies behind it, computed in the page (WCAG 2.2, 1.4.3).
import type { Page } from 'playwright-core';

export interface Faint {
  readonly text: string;
  readonly ratio: number;
  readonly wanted: number;
  readonly colours: string;
  readonly where: string;
}

/**
 * Text is judged where it stands: its colour laid over the backgrounds of everything it lies in, down to the page. Text on
 * pictures, of controls that are switched off, and hidden text is left out, as the rule does.
 */
const script = `(() => {
  // A canvas knows every way to write a colour; drawn over nothing, its pixel is red, green, blue and how solid it is.
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const colour = (text) => {
    if (!known.has(text)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = text;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      known.set(text, [r, g, b, a / 255]);
    }
    return known.get(text);
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((value, i) => value * a + below[i] * (1 - a));
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ratioOf = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const lineOf = (element) => {
    const line = [];
    for (let at = element; at !== null; at = at.parentElement) line.unshift(at);
    return line;
  };
  const off = (line) => line.some((one) => one.matches(':disabled, [aria-disabled="true"], [aria-hidden="true"]'));
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const faint = [];
  const judge = (element, text, style) => {
    const line = lineOf(element);
    if (text.trim() === '' || !seen(element) || off(line)) return;
    let below = [255, 255, 255];
    let solid = 1;
    for (const one of line) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one);
      if (backgroundImage !== 'none') return;
      below = over(colour(backgroundColor), below);
      solid *= Number(opacity);
    }
    const [r, g, b, a] = colour(style.color);
    const ratio = ratioOf(over([r, g, b, a * solid], below), below);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const wanted = isLarge ? 3 : 4.5;
    if (ratio < wanted - 0.005)
      faint.push({
        text: text.trim().slice(0, 40),
        ratio: Math.round(ratio * 100) / 100,
        wanted,
        colours: style.color + ' on ' + below.map(Math.round).join(' '),
        where: line.slice(-4).map((one) => one.tagName.toLowerCase() + (typeof one.className === 'string' && one.className !== '' ? '.' + one.className.trim().split(/\\s+/).slice(0, 3).join('.') : '')).join(' > '),
      });
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement === null || node.textContent.trim() === '') continue;
    count++;
    judge(node.parentElement, node.textContent, getComputedStyle(node.parentElement));
  }
  for (const box of document.querySelectorAll('input, textarea')) {
    if (box.type === 'file' || box.type === 'checkbox' || box.type === 'radio') continue;
    if (box.value !== '') judge(box, box.value, getComputedStyle(box));
    else if (box.placeholder !== '') judge(box, box.placeholder, getComputedStyle(box, '::placeholder'));
  }
  return { count, faint };
})()`;

/** Milliseconds until colours have stopped changing. */
const fadeMs = 400;

export async function contrastOf(page: Page): Promise<{ readonly count: number; readonly faint: readonly Faint[] }> {
  await page.waitForTimeout(fadeMs);
  return page.evaluate(script);
}
