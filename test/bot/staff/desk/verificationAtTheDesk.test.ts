// A colleague speaks with somebody verified as long as the verification holds, and with nobody's account after it.
import { readShippedData } from '../../../../bot/config/shippedData';
import { onlyInForce, partyOf } from '../../../../bot/staff/desk/conversationMemory';
import { newConversationState } from '../../../../dialogs/talk/conversationState';

const { verification } = readShippedData();
const start = '2026-11-23T02:00:00.000Z';
const after = (minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString();
const memory = {
  ...newConversationState('zh-CN', '2026-11-23'),
  verified: { customerId: 'C-1001', method: 'endings' as const, since: start, lastHeardAt: start },
};

test('waiting in the queue takes nothing from a verification; its whole time does', () => {
  const { idleMinutes, absoluteMinutes } = verification;
  expect(partyOf(onlyInForce(memory, after(idleMinutes + 60), verification))).toBe('verified');
  expect(partyOf(onlyInForce(memory, after(absoluteMinutes), verification))).toBe('verified');
  const ended = onlyInForce(memory, after(absoluteMinutes + 1), verification);
  expect(partyOf(ended)).toBe('unknown');
  expect(ended?.resting?.customerId).toBe('C-1001');
});

test('somebody at risk stays somebody at risk when the verification has run out', () => {
  const atRisk = { ...memory, stage: 'atRisk' as const };
  expect(partyOf(onlyInForce(atRisk, after(100_000), verification))).toBe('atRisk');
  expect(onlyInForce(null, start, verification)).toBeNull();
});
