// Somebody without a mouse: goes from control to control with the Tab key, and always sees where they are.
import type { Page } from 'playwright-core';

interface Focus {
  readonly name: string;
  readonly role: string;
  readonly visible: boolean;
}

/** What has the focus: its name as a screen reader has it, and whether something on the screen shows it. */
const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(`(async () => {
    const at = document.activeElement;
    if (at === null || at === document.body) return { name: '', role: '', visible: true };
    const labels = [...(at.labels ?? [])].map((label) => label.textContent).join(' ');
    const named = (at.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
    const name = at.getAttribute('aria-label') ?? (named || labels || at.textContent || at.getAttribute('placeholder') || '');
    const around = [at, at.parentElement, at.parentElement?.parentElement, at.closest('.ant-select'), at.closest('.ant-picker')]
      .filter((one) => one !== null && one !== undefined);
    const looks = () => around.flatMap((one) => ['', '::before', '::after'].map((part) => {
      const { outline, boxShadow, borderColor, backgroundColor, opacity } = getComputedStyle(one, part === '' ? null : part);
      return [outline, boxShadow, borderColor, backgroundColor, opacity].join();
    })).join();
    for (const one of around) one.style.transition = 'none';
    // A select draws its focus with the next frame.
    const drawn = () => new Promise((resolve) => setTimeout(resolve, 60));
    await drawn();
    const focused = looks();
    at.blur();
    await drawn();
    const shown = looks() !== focused;
    at.focus();
    return { name: name.trim().replace(/\\s+/g, ' '), role: at.getAttribute('role') ?? at.tagName.toLowerCase(), visible: shown };
  })()`);

const stepsMax = 250;

/** Presses Tab until a control with this name has the focus; gives the names of those on the way that did not show it. */
export async function tabTo(page: Page, name: RegExp): Promise<readonly string[]> {
  const unseen: string[] = [];
  const seen: string[] = [];
  for (let steps = 0; steps < stepsMax; steps++) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    seen.push(focus.name);
    if (!focus.visible) unseen.push(`${focus.role}: ${focus.name.slice(0, 60)}`);
    if (name.test(focus.name)) return unseen;
  }
  throw new Error(`Tab never came to ${name}; it came to ${seen.slice(0, 40).join(' | ')}`);
}
