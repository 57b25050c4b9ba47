// An assistant of the tester's own, on a free port of this machine: invented people, a day that the tester chooses, and nothing kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localTime } from '../../../../data/domain/calendar/calendar';
import type { Instant } from '../../../../data/domain/calendar/instant';
import { personaCards } from '../../../../data/seed/persona';
import { seedDemo } from '../../../../data/seed/seedDemo';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { understand } from '../../../../dialogs/understanding/understand';
import { readConfig } from '../../../config/config';
import { readShippedData } from '../../../config/shippedData';
import { newLog } from '../../../ops/log';

/** A clock that a tester can set: standing still, as files want it, or going on, as people do. */
export interface SetClock {
  now(): Instant;
  set(now: Instant): void;
}

export function newClock(start: Instant, goesOn: boolean): SetClock {
  let base = start;
  let setAt = Date.now();
  return {
    now: () => (goesOn ? new Date(Date.parse(base) + Date.now() - setAt).toISOString() : base),
    set(now) {
      base = now;
      setAt = Date.now();
    },
  };
}

export interface OwnAssistant {
  readonly address: string;
  stop(): Promise<void>;
}

/** Restify loads a part of Node that is marked as old; the warning would only puzzle the tester. */
function loadHouse(): typeof import('../../../compose/house') {
  process.noDeprecation = true;
  const house = require('../../../compose/house') as typeof import('../../../compose/house');
  process.noDeprecation = false;
  return house;
}

/** `readsAtOnce`: terms need no time to be read, as in the tests. */
export async function startOwnAssistant(clock: SetClock, readsAtOnce: boolean): Promise<OwnAssistant> {
  const dataDir = mkdtempSync(join(tmpdir(), 'assistant-chat-'));
  const data = readShippedData();
  const store = new MemoryStore();
  await seedDemo(store, localTime(clock.now(), data.bank.timeZone).date);
  const house = loadHouse().buildHouse({
    config: readConfig({
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      ...(readsAtOnce ? { ASSISTANT_READING_SECONDS: '0' } : {}),
    }),
    log: newLog('silent'),
    store,
    data,
    understand,
    people: personaCards,
    clock: () => clock.now(),
  });
  const address = await house.listen();
  return {
    address,
    async stop() {
      await house.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
