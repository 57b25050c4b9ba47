// Drawing on A4: headings, paragraphs, tables that break over pages, page numbers. Knows nothing of agreements.
import { inRepository } from '../config/repositoryRoot';

type Pdf = PDFKit.PDFDocument;

const fonts = {
  regular: ['400Regular', 'NotoSansSC_400Regular.ttf'],
  bold: ['700Bold', 'NotoSansSC_700Bold.ttf'],
} as const;
const ink = '#1f2933';
const quiet = '#5f6c7b';
const rule = '#d5dbe1';
export const margin = 56;
const rowHeight = 18;

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
    for (const [name, [folder, file]] of Object.entries(fonts))
      pdf.registerFont(name, inRepository('node_modules', '@expo-google-fonts', 'noto-sans-sc', folder, file));
    pdf.font('regular').fontSize(10).fillColor(ink);
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
    this.pdf.font('regular').fontSize(11).fillColor(quiet).text(bankName, margin, 44);
    this.pdf.font('bold').fontSize(19).fillColor(ink).text(title, { lineGap: 4 }).moveDown(0.4);
  }

  facts(pairs: readonly (readonly [string, string])[]): void {
    for (const [name, value] of pairs) {
      this.pdf.font('regular').fontSize(10).fillColor(quiet).text(`${name}　`, { continued: true });
      this.pdf.font('bold').fillColor(ink).text(value, { lineGap: 3 });
    }
  }

  heading(text: string): void {
    this.makeRoom(70);
    this.pdf.moveDown(0.9);
    this.pdf.font('bold').fontSize(12).fillColor(this.accent).text(text, margin).moveDown(0.3);
  }

  paragraph(text: string): void {
    const options = { width: this.width, lineGap: 3.5 };
    this.pdf.font('regular').fontSize(10).fillColor(ink);
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
        .font('bold')
        .fontSize(12)
        .fillColor(ink)
        .text(line, margin + 14, top + 10 + index * 19, { width: this.width - 28 });
    });
    this.pdf.x = margin;
    this.pdf.y = top + height + 8;
  }

  table(columns: readonly Column[], rows: readonly (readonly string[])[], lastIsTotal: boolean): void {
    this.makeRoom(rowHeight * 3);
    this.row(
      columns,
      columns.map(({ title }) => title),
      'head',
    );
    rows.forEach((cells, index) => {
      if (this.pdf.y + rowHeight > this.bottom) {
        this.pdf.addPage();
        this.row(
          columns,
          columns.map(({ title }) => title),
          'head',
        );
      }
      this.row(columns, cells, lastIsTotal && index === rows.length - 1 ? 'total' : 'body');
    });
    this.pdf.moveDown(0.5);
  }

  private row(columns: readonly Column[], cells: readonly string[], kind: 'head' | 'body' | 'total'): void {
    const top = this.pdf.y;
    this.pdf
      .font(kind === 'total' ? 'bold' : 'regular')
      .fontSize(9)
      .fillColor(kind === 'head' ? quiet : ink);
    let left = margin;
    columns.forEach(({ share, align }, index) => {
      const width = this.width * share;
      this.pdf.text(cells[index] ?? '', left, top + 3, { width: width - 6, align, lineBreak: false });
      left += width;
    });
    const line = top + rowHeight - 1;
    this.pdf
      .moveTo(margin, line)
      .lineTo(margin + this.width, line)
      .lineWidth(kind === 'head' ? 1 : 0.5)
      .strokeColor(rule)
      .stroke();
    this.pdf.x = margin;
    this.pdf.y = top + rowHeight;
  }

  /** Goes back over all pages; the number of pages is known only now. */
  footers(text: (page: number, pages: number) => string): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(start + page);
      // Below the bottom margin, where text would otherwise open a new page.
      this.pdf.page.margins.bottom = 0;
      this.pdf.font('regular').fontSize(8).fillColor(quiet);
      this.pdf.text(text(page + 1, count), margin, this.pdf.page.height - 40, {
        width: this.width,
        align: 'center',
        lineBreak: false,
      });
    }
  }
}
