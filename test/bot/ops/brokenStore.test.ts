// The disk fails under a running assistant: it says that it is not ready, takes nothing in, and opens itself again.

import { mkdtempSync, rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHouse } from '../../../bot/compose/house';
import { KeepOpen } from '../../../bot/compose/keepOpen';
import { readConfig } from '../../../bot/config/config';
import { readShippedData } from '../../../bot/config/shippedData';
import { newLog } from '../../../bot/ops/log';
import { Metrics } from '../../../bot/ops/metrics';
import { StoreUnavailable } from '../../../data/store/documentStore';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { plainUnderstanding } from '../support/plainUnderstanding';

jest.setTimeout(120_000);
const dataDir = mkdtempSync(join(tmpdir(), 'assistant-broken-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
};

function keptOpen(disk: { failing: boolean }, metrics: Metrics, gaveUp: (error: unknown) => void = () => undefined) {
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const log = newLog('silent');
  const stores: LowdbStore[] = [];
  const addresses: string[] = [];
  const open = async (onBroken: (reason: string) => void) => {
    const syncFile = async (file: FileHandle) => {
      if (disk.failing) throw Object.assign(new Error('fsync'), { code: 'EIO' });
      await file.datasync();
    };
    const store = await LowdbStore.open(dataDir, { onBroken, syncFile });
    const data = readShippedData();
    const house = buildHouse({ config, log, metrics, store, data, understand: plainUnderstanding, people: [] });
    stores.push(store);
    const listen = async () => {
      addresses.push(await house.listen());
      return addresses.at(-1) ?? '';
    };
    return { ...house, listen };
  };
  return { service: new KeepOpen({ open, log, metrics, gaveUp, pausesMs: [0, 10, 10] }), stores, addresses };
}

const ready = async (address: string) => {
  const response = await fetch(`${address}/ready`);
  return { status: response.status, body: await response.json() };
};

it('is ready again by itself, with everything that was promised, after one write to disk failed', async () => {
  const disk = { failing: false };
  const metrics = new Metrics();
  const { service, stores, addresses } = keptOpen(disk, metrics);
  const { address } = await service.start();
  expect(await ready(address)).toEqual({ status: 200, body: { status: 'ready' } });
  await stores[0]?.put('markers', 'before', { kept: true }, null);
  disk.failing = true;
  await expect(stores[0]?.put('markers', 'lost', {}, null)).rejects.toBeInstanceOf(StoreUnavailable);
  expect(stores[0]?.health().kind).toBe('broken');
  expect(await metrics.text()).toContain('assistant_ready 0');
  disk.failing = false;
  await until(() => addresses.length === 2);
  expect(await ready(addresses[1] ?? '')).toEqual({ status: 200, body: { status: 'ready' } });
  expect(await stores[1]?.get('markers', 'before')).toMatchObject({ value: { kept: true } });
  expect(await metrics.text()).toContain('assistant_storeFailures_total 1');
  await service.stop();
});

it('gives up with the reason when the disk stays broken, instead of failing turn after turn', async () => {
  const disk = { failing: false };
  const reasons: unknown[] = [];
  const { service, stores } = keptOpen(disk, new Metrics(), (error) => reasons.push(error));
  await service.start();
  disk.failing = true;
  await expect(stores[0]?.put('markers', 'more', {}, null)).rejects.toBeInstanceOf(StoreUnavailable);
  await until(() => reasons.length > 0);
  expect(reasons[0]).toBeInstanceOf(StoreUnavailable);
  await service.stop();
  disk.failing = false;
  await (await LowdbStore.open(dataDir)).close();
});
