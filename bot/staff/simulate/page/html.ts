// Small pieces of the result page: figures, tables, sections. Every text from outside is made safe here.
import { safeHtml } from '../../../http/safeHtml';

export const percent = (share: number | null, digits = 1): string =>
  share === null ? '–' : `${(share * 100).toFixed(digits)} %`;
export const figure = (value: number | null, digits = 3): string => (value === null ? '–' : value.toFixed(digits));
export const yuan = (fen: number): string => Math.round(fen / 100).toLocaleString('en-US');

export type Cell = string | { readonly text: string; readonly mark: string };
const cell = (content: Cell, tag: 'td' | 'th', first: boolean): string => {
  const [text, mark] = typeof content === 'string' ? [content, ''] : [content.text, ` class="${content.mark}"`];
  return first && tag === 'td' ? `<th scope="row">${safeHtml(text)}</th>` : `<${tag}${mark}>${safeHtml(text)}</${tag}>`;
};
const row = (cells: readonly Cell[], tag: 'td' | 'th'): string =>
  `<tr>${cells.map((one, place) => cell(one, tag, place === 0)).join('')}</tr>`;
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `<div class="wide"><table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>`;

export const section = (title: string, note: string, ...parts: readonly string[]): string =>
  `<section><h2>${safeHtml(title)}</h2><p>${safeHtml(note)}</p>${parts.join('\n')}</section>`;
