// Builds the table of sounds from pinyin-pro, once, when the model is trained; running messages needs only the table.
import { pinyin } from 'pinyin-pro';
import { firstHan, lastHan } from './pinyinTable';

/** Sounds that many speakers of southern Mandarin do not tell apart when they type by ear: zh/z, ch/c, sh/s, -ng/-n. */
const blur = (sound: string) => sound.replace(/^([zcs])h/, '$1').replace(/([ie])ng$/, '$1n');

export function buildPinyinTable(): Uint16Array {
  const table = new Uint16Array(lastHan - firstHan + 1);
  const codes = new Map<string, number>();
  for (let code = firstHan; code <= lastHan; code++) {
    const char = String.fromCharCode(code);
    const sound = blur(pinyin(char, { toneType: 'none', type: 'array', v: true })[0] ?? '');
    if (!/^[a-z]+$/.test(sound)) continue;
    const known = codes.get(sound) ?? codes.size + 1;
    codes.set(sound, known);
    table[code - firstHan] = known;
  }
  return table;
}
