// What is sealed opens with its key and in its place alone; a newer key takes over without losing the older.
import '../../../seeds';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { KeyRing, SealBroken } from '../../../../data/store/sealed/keyRing';
import { SealedFiles } from '../../../../data/store/sealed/sealedFiles';

const key = (id: string, fill: number) => ({ id, secret: Buffer.alloc(32, fill) });
const ring = new KeyRing(key('2026', 1));
const why = (open: () => unknown): string => {
  try {
    open();
  } catch (error) {
    if (error instanceof SealBroken) return error.why;
    throw error;
  }
  return 'opened';
};

test('any bytes come back as they were, and the same bytes are never sealed alike', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      const plain = Buffer.from(bytes);
      const sealed = ring.seal(plain, 'file/EV-1');
      expect(ring.open(sealed, 'file/EV-1').equals(plain)).toBe(true);
      expect(ring.seal(plain, 'file/EV-1').equals(sealed)).toBe(false);
    }),
  );
});

test('a single changed bit, a cut, another place or another key of the same name opens nothing', () => {
  const sealed = ring.seal(Buffer.from('a diagnosis'), 'file/EV-1');
  fc.assert(
    fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(why(() => ring.open(changed, 'file/EV-1'))).not.toBe('opened');
    }),
  );
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), (length) => {
      expect(why(() => ring.open(sealed.subarray(0, length), 'file/EV-1'))).not.toBe('opened');
    }),
  );
  expect(why(() => ring.open(sealed, 'file/EV-2'))).toBe('changed');
  expect(why(() => new KeyRing(key('2026', 2)).open(sealed, 'file/EV-1'))).toBe('changed');
  expect(why(() => new KeyRing(key('2027', 1)).open(sealed, 'file/EV-1'))).toBe('unknownKey');
});

describe('in a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const files = (keys: KeyRing) => new SealedFiles(join(folder, 'evidence'), () => keys);

  test('nothing readable lies on the disk, and what is removed is gone', async () => {
    await files(ring).write('EV-abcd', Buffer.from('a diagnosis'));
    const [name = ''] = readdirSync(join(folder, 'evidence'));
    expect(readFileSync(join(folder, 'evidence', name)).includes('diagnosis')).toBe(false);
    expect((await files(ring).read('EV-abcd'))?.toString()).toBe('a diagnosis');
    expect((await files(ring).list()).map(({ id }) => id)).toEqual(['EV-abcd']);
    await files(ring).remove('EV-abcd');
    expect(readdirSync(join(folder, 'evidence'))).toEqual([]);
    expect(await files(ring).read('EV-abcd')).toBeUndefined();
  });

  test('after a change of keys the old file opens, is sealed anew once, and then needs the old key no more', async () => {
    await files(ring).write('EV-abcd', Buffer.from('a diagnosis'));
    const both = files(new KeyRing(key('2027', 3), [key('2026', 1)]));
    expect((await both.read('EV-abcd'))?.toString()).toBe('a diagnosis');
    expect([await both.renew('EV-abcd'), await both.renew('EV-abcd')]).toEqual([true, false]);
    expect((await files(new KeyRing(key('2027', 3))).read('EV-abcd'))?.toString()).toBe('a diagnosis');
  });

  test('a file that was put in the place of another does not open, and no id leads out of the folder', async () => {
    await files(ring).write('EV-abcd', Buffer.from('mine'));
    await files(ring).write('EV-efgh', Buffer.from('theirs'));
    const at = (id: string) => join(folder, 'evidence', `${id}.sealed`);
    writeFileSync(at('EV-abcd'), readFileSync(at('EV-efgh')));
    await expect(files(ring).read('EV-abcd')).rejects.toThrow(SealBroken);
    await expect(files(ring).read('../demo-key')).rejects.toThrow('not the id');
  });
});
