// Drawing on A4: headings, paragraphs, tables that break over pages, page numbers. Knows nothing of agreements.
import { inRepository } from '../config/repositoryRoot';

type Pdf = PDFKit.PDFDocument;

const fontFile = (...path: string[]) => inRepository('node_modules', '@expo-google-fonts', 'noto-sans-sc', ...path);
/**
 * Chosen by file and not by a registered name: a table puts back the font that it found by its file, and a file that PDFKit
 * does not know under that very name is read again for each cell.
 */
const regular = fontFile('400Regular', 'NotoSansSC_400Regular.ttf');
const bold = fontFile('700Bold', 'NotoSansSC_700Bold.ttf');
const ink = '#1f2933';
const quiet = '#5f6c7b';
const rule = '#d5dbe1';
export const margin = 56;
const tableFontSize = 9;
const cellPadding = { top: 2, right: 6, bottom: 3, left: 0 };

export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly share: number;
  readonly align: 'left' | 'right';
}

export class PdfPage {
  constructor(
    private readonly pdf: Pdf,
    private readonly accent: string,
  ) {
    pdf.font(regular).fontSize(10).fillColor(ink);
  }

  private get width(): number {
    return this.pdf.page.width - 2 * margin;
  }
  private get bottom(): number {
    return this.pdf.page.height - margin;
  }

  private makeRoom(height: number): void {
    if (this.pdf.y + height > this.bottom) this.pdf.addPage();
  }

  band(bankName: string, title: string): void {
    this.pdf.rect(0, 0, this.pdf.page.width, 8).fill(this.accent);
    this.pdf.font(regular).fontSize(11).fillColor(quiet).text(bankName, margin, 44);
    this.pdf.font(bold).fontSize(19).fillColor(ink).text(title, { lineGap: 4 }).moveDown(0.4);
  }

  facts(pairs: readonly (readonly [string, string])[]): void {
    for (const [name, value] of pairs) {
      this.pdf.font(regular).fontSize(10).fillColor(quiet).text(`${name}　`, { continued: true });
      this.pdf.font(bold).fillColor(ink).text(value, { lineGap: 3 });
    }
  }

  heading(text: string): void {
    this.makeRoom(70);
    this.pdf.moveDown(0.9);
    this.pdf.font(bold).fontSize(12).fillColor(this.accent).text(text, margin).moveDown(0.3);
  }

  subheading(text: string): void {
    this.makeRoom(60);
    this.pdf.moveDown(0.4);
    this.pdf.font(bold).fontSize(10).fillColor(ink).text(text, margin).moveDown(0.3);
  }

  paragraph(text: string): void {
    const options = { width: this.width, lineGap: 3.5 };
    this.pdf.font(regular).fontSize(10).fillColor(ink);
    this.makeRoom(Math.min(this.pdf.heightOfString(text, options), 120));
    this.pdf.text(text, margin, this.pdf.y, options).moveDown(0.25);
  }

  /** The one thing that must not be overlooked: the yearly rate and the total (〔2022〕13号). */
  box(lines: readonly string[]): void {
    const height = 18 + lines.length * 19;
    this.makeRoom(height + 12);
    const top = this.pdf.y + 4;
    this.pdf.roundedRect(margin, top, this.width, height, 4).lineWidth(1).strokeColor(this.accent).stroke();
    lines.forEach((line, index) => {
      this.pdf
        .font(bold)
        .fontSize(12)
        .fillColor(ink)
        .text(line, margin + 14, top + 10 + index * 19, { width: this.width - 28 });
    });
    this.pdf.x = margin;
    this.pdf.y = top + height + 8;
  }

  /** A table whose head is drawn again on each page that it runs on to. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[], lastIsTotal: boolean): void {
    const titles = columns.map(({ title }) => title);
    this.pdf.font(regular).fontSize(tableFontSize);
    const widths = columns.map(({ share }) => share * this.width);
    // The head never stands alone at the foot of a page.
    this.makeRoom(this.rowHeight(titles, widths) + this.rowHeight(rows[0] ?? [], widths));
    let drawn = this.tableFrom(columns, widths);
    rows.forEach((cells, index) => {
      if (this.pdf.y + this.rowHeight(cells, widths) > this.bottom) {
        drawn.end();
        this.pdf.addPage();
        drawn = this.tableFrom(columns, widths);
      }
      const isTotal = lastIsTotal && index === rows.length - 1;
      drawn.row(cells.map((text) => ({ text, ...(isTotal ? { font: { src: bold } } : {}) })));
    });
    drawn.end();
    this.pdf.moveDown(0.6);
  }

  private tableFrom(columns: readonly Column[], widths: readonly number[]): PDFKit.Mixins.PDFTableObject {
    const border = { top: 0, right: 0, bottom: 0.5, left: 0 };
    const table = this.pdf
      .font(regular)
      .fontSize(tableFontSize)
      .table({
        position: { x: margin, y: this.pdf.y },
        maxWidth: this.width,
        columnStyles: columns.map(({ align }, index) => ({ width: widths[index] ?? 0, align: { x: align, y: 'top' } })),
        defaultStyle: { border, borderColor: rule, textColor: ink, padding: cellPadding } as PDFKit.Mixins.CellStyle & {
          width?: number;
        },
      });
    return table.row(columns.map(({ title }) => ({ text: title, textColor: quiet, border: { ...border, bottom: 1 } })));
  }

  /** Height of a row as the table will draw it: its tallest cell. */
  private rowHeight(cells: readonly string[], widths: readonly number[]): number {
    const { top, bottom, left, right } = cellPadding;
    const heights = cells.map((text, index) =>
      this.pdf.heightOfString(text === '' ? ' ' : text, { width: (widths[index] ?? 0) - left - right }),
    );
    return Math.max(0, ...heights) + top + bottom;
  }

  /** Goes back over all pages; the number of pages is known only now. */
  footers(text: (page: number, pages: number) => string): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(start + page);
      // Below the bottom margin, where text would otherwise open a new page.
      this.pdf.page.margins.bottom = 0;
      this.pdf.font(regular).fontSize(8).fillColor(quiet);
      this.pdf.text(text(page + 1, count), margin, this.pdf.page.height - 40, {
        width: this.width,
        align: 'center',
        lineBreak: false,
      });
    }
  }
}
