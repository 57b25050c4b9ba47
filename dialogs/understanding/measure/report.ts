// What went wrong, to read: per-intent results and the confusion table, as text and as one HTML page.
import type { Intent, Locale } from '../../../data/domain/customer/customerTurn';
import { type Evaluation, type Outcome, perIntent, slotsExact } from './evaluate';

export interface Confusion {
  readonly wanted: Intent;
  readonly given: Intent;
  readonly count: number;
}

export function confusions(outcomes: readonly Outcome[]): Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const { wanted, turn } of outcomes) {
    if (wanted.intent === turn.intent) continue;
    const key = `${wanted.intent} ${turn.intent}`;
    counts.set(key, { wanted: wanted.intent, given: turn.intent, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

const localesOf = (outcomes: readonly Outcome[]): Locale[] => [...new Set(outcomes.map(({ wanted }) => wanted.locale))];
const inLocale = (outcomes: readonly Outcome[], locale: Locale) =>
  outcomes.filter(({ wanted }) => wanted.locale === locale);
const percent = (value: number) => (value * 100).toFixed(1).padStart(6);

/** How the cases of each tag went: what makes a sentence hard. */
function tagLines(outcomes: readonly Outcome[]): string[] {
  const tags = [...new Set(outcomes.flatMap(({ wanted }) => wanted.tags ?? []))].sort();
  if (tags.length === 0) return [];
  const rows = tags.map((tag) => {
    const own = outcomes.filter(({ wanted }) => wanted.tags?.includes(tag));
    const part = (test: (outcome: Outcome) => boolean) => percent(own.filter(test).length / own.length);
    const intent = part(({ wanted, turn }) => wanted.intent === turn.intent);
    const slots = part(({ wanted, turn }) => slotsExact(wanted.slots, turn.slots));
    return `${tag.padEnd(26)}${String(own.length).padStart(6)}  ${intent}  ${slots}`;
  });
  return ['', `${'tag'.padEnd(26)}     n  intent   slots`, ...rows];
}

export function textReport(outcomes: readonly Outcome[]): string {
  const lines: string[] = [];
  for (const locale of localesOf(outcomes)) {
    const own = inLocale(outcomes, locale);
    lines.push('', `${locale}   (percent)`, `${'intent'.padEnd(26)}     n  recall   prec.      F1`);
    for (const { intent, n, recall, precision, f1 } of perIntent(own).sort((a, b) => a.f1 - b.f1))
      lines.push(
        `${intent.padEnd(26)}${String(n).padStart(6)}  ${percent(recall)}  ${percent(precision)}  ${percent(f1)}`,
      );
    lines.push('', 'taken for another intent');
    for (const { wanted, given, count } of confusions(own))
      lines.push(`${String(count).padStart(4)}  ${wanted} → ${given}`);
    lines.push(...tagLines(own));
  }
  return lines.join('\n');
}

const escapeHtml = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char] ?? char,
  );
const cell = (text: string, style = '') => `<td${style === '' ? '' : ` style="${style}"`}>${escapeHtml(text)}</td>`;
const shade = (value: number) => `background:hsl(${Math.round(120 * Math.max(0, value * 2 - 1))} 60% 88%)`;

function intentTable(outcomes: readonly Outcome[]): string {
  const rows = perIntent(outcomes)
    .sort((a, b) => a.f1 - b.f1)
    .map(({ intent, n, recall, precision, f1 }) => {
      const figures = [recall, precision, f1].map((value) => cell((value * 100).toFixed(1), shade(value))).join('');
      return `<tr>${cell(intent)}${cell(String(n))}${figures}</tr>`;
    });
  return `<table><thead><tr><th>intent</th><th>n</th><th>recall %</th><th>precision %</th><th>F1 %</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Every pair of intents that was mixed up, wanted down, given across. */
function confusionTable(outcomes: readonly Outcome[]): string {
  const mixed = confusions(outcomes);
  const across = [...new Set(mixed.map(({ given }) => given))].sort();
  const rows = [...new Set(mixed.map(({ wanted }) => wanted))].sort().map((wanted) => {
    const counts = across.map(
      (given) => mixed.find((pair) => pair.wanted === wanted && pair.given === given)?.count ?? 0,
    );
    return `<tr><th>${wanted}</th>${counts.map((count) => cell(count === 0 ? '' : String(count), count === 0 ? '' : shade(1 - count / 4))).join('')}</tr>`;
  });
  const head = across.map((given) => `<th class="up"><span>${given}</span></th>`).join('');
  return mixed.length === 0
    ? '<p>No intent was taken for another.</p>'
    : `<table><thead><tr><th>wanted ↓ given →</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function missTable(outcomes: readonly Outcome[]): string {
  const missed = outcomes.filter(
    ({ wanted, turn }) => wanted.intent !== turn.intent || !slotsExact(wanted.slots, turn.slots),
  );
  const rows = missed.map(({ wanted, turn }) => {
    const sides = [
      wanted.intent,
      turn.intent,
      turn.confidence.toFixed(2),
      JSON.stringify(wanted.slots),
      JSON.stringify(turn.slots),
    ];
    return `<tr>${cell(wanted.text)}${sides.map((side) => cell(side)).join('')}</tr>`;
  });
  return `<table><thead><tr><th>message</th><th>wanted</th><th>given</th><th>confidence</th><th>slots wanted</th><th>slots given</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const style = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#1c2430}table{border-collapse:collapse;margin:1rem 0}
td,th{border:1px solid #d5dae1;padding:.25rem .5rem;text-align:left;vertical-align:bottom}th{background:#f3f5f8;font-weight:600}
.up{height:11rem;white-space:nowrap}.up span{writing-mode:vertical-rl}.scroll{overflow-x:auto}`;

export function htmlReport(outcomes: readonly Outcome[], evaluation: Evaluation, modelVersion: string): string {
  const figures = Object.entries(evaluation).filter(([, value]) => typeof value === 'number');
  const summary = figures.map(([name, value]) => `<tr><th>${name}</th>${cell(String(value))}</tr>`).join('');
  const sections = localesOf(outcomes).map((locale) => {
    const own = inLocale(outcomes, locale);
    return `<h2>${locale}</h2>${intentTable(own)}<h3>Taken for another intent</h3><div class="scroll">${confusionTable(own)}</div><h3>Every miss</h3><div class="scroll">${missTable(own)}</div>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Understanding</title><style>${style}</style></head>
<body><h1>Understanding</h1><p>Language model ${escapeHtml(modelVersion)}</p><table>${summary}</table>${sections.join('\n')}</body></html>\n`;
}
