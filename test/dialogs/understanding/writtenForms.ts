// Writes a whole number in the ways people write it: the other side of reading, kept apart from the reader's code.
const plainDigits = [...'零一二三四五六七八九'];
const formalDigits = [...'零壹贰叁肆伍陆柒捌玖'];
const plainUnits = ['', '十', '百', '千'];
const formalUnits = ['', '拾', '佰', '仟'];

/** Four digits of Chinese, without the zeros in front. */
function section(value: number, digits: readonly string[], units: readonly string[]): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += `${zero ? digits[0] : ''}${digits[digit]}${units[place]}`;
    zero = false;
  }
  return text;
}

function chinese(value: number, digits: readonly string[], units: readonly string[]): string {
  const parts = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4];
  const names = ['亿', '万', ''];
  let text = '';
  parts.forEach((part, index) => {
    if (part === 0) return;
    text += `${text !== '' && part < 1000 ? digits[0] : ''}${section(part, digits, units)}${names[index]}`;
  });
  return text;
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const words = hundreds > 0 ? [`${ones[hundreds]} hundred`] : [];
  if (rest > 0 && rest < 20) words.push(ones[rest] ?? '');
  if (rest >= 20) words.push(`${tens[Math.floor(rest / 10)]}${rest % 10 === 0 ? '' : `-${ones[rest % 10]}`}`);
  return words.join(hundreds > 0 && rest > 0 ? ' and ' : '');
}

function english(value: number): string {
  const parts: [number, string][] = [
    [Math.floor(value / 1e6), ' million'],
    [Math.floor(value / 1e3) % 1e3, ' thousand'],
    [value % 1e3, ''],
  ];
  return parts.flatMap(([part, name]) => (part === 0 ? [] : [`${belowThousand(part)}${name}`])).join(' ');
}

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const fullWidth = (value: number) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
/** 12.3456w */
const inTenThousands = (value: number, unit: string) => `${Number((value / 1e4).toFixed(4))}${unit}`;
/** 12万3456 */
const mixed = (value: number) =>
  value < 10000 || value % 10000 < 1000 ? `${value}元` : `${Math.floor(value / 10000)}万${value % 10000}`;

/** Ten written forms of a number of yuan. */
export const writtenForms: Readonly<Record<string, (value: number) => string>> = {
  digits: (value) => `${value}元`,
  grouped: (value) => `${grouped(value)} yuan`,
  fullWidth: (value) => `${fullWidth(value)}块`,
  currencyInFront: (value) => `RMB ${grouped(value)}`,
  sign: (value) => `¥${value}.00`,
  chinese: (value) => `${chinese(value, plainDigits, plainUnits)}块钱`,
  formal: (value) => `人民币${chinese(value, formalDigits, formalUnits)}元整`,
  tenThousands: (value) => (value < 10000 ? `${value}块` : inTenThousands(value, 'w')),
  mixed,
  english: (value) => `${english(value)} yuan`,
};
