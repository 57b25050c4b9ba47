// Sounds of Chinese characters as small numbers, so that homophones (分其, 利西, 预期 for 逾期) look alike to the model.

export const firstHan = 0x4e00;
export const lastHan = 0x9fff;

/** A code for the sound of a character; the character itself where it has none. */
export type Pinyin = (char: string) => number;

/** Reads sounds from a table with one number for each character from U+4E00 on; 0 where it has none. */
export const pinyinFrom =
  (table: Uint16Array): Pinyin =>
  (char) => {
    const code = char.codePointAt(0) ?? 0;
    const sound = code >= firstHan && code <= lastHan ? (table[code - firstHan] ?? 0) : 0;
    return sound === 0 ? code : 0x20000 + sound;
  };
