// Masks what must not be kept in the clear (promise P12): card, identity and phone numbers, codes, and mail addresses.
const longNumber = /(?<![\d.])\d(?:[ -]?\d){6,}[Xx]?(?![\d.])/g;
const mail = /[^\s@]{1,64}@[^\s@]{1,255}/g;

/** Keeps an amount such as 26431.20 or 15000 readable; hides anything long enough to be a card, phone or ID number. */
export const maskPersonal = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(mail, '[mail]')
    .replace(longNumber, (run) => '*'.repeat(Math.min(run.length, 20)));

/** For answers to "last four of card and ID" and for one-time codes: no digit is kept. */
export const maskDigits = (text: string): string => text.normalize('NFKC').replace(/\d[Xx]?/g, '*');
