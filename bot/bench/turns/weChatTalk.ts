// Fifty people in WeChat at once: each message is signed and sealed as the platform does, and the answer in its own request is timed.
import { randomInt, randomUUID } from 'node:crypto';
import { sealed, signatureOf } from '../../channels/weChat/envelope';
import { writeXml } from '../../channels/weChat/xml';
import { weChatTrialAt } from '../../config/channels/weChatConfig';
import script from './script.json';

const people = 50;

let lastMessage = 0;

/** Milliseconds to the answer's last byte; rejects where no words came back. */
async function say(port: number, openId: string, text: string): Promise<number> {
  const { token, appId, encodingAesKey } = weChatTrialAt();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = String(randomInt(1_000_000_000));
  lastMessage += 1;
  const message = writeXml({
    ToUserName: 'gh_bench',
    FromUserName: openId,
    CreateTime: Number(timestamp),
    MsgType: 'text',
    Content: text,
    MsgId: String(lastMessage),
  });
  const cipher = sealed(message, encodingAesKey ?? '', appId);
  const query = new URLSearchParams({
    signature: signatureOf([token, timestamp, nonce]),
    msg_signature: signatureOf([token, timestamp, nonce, cipher]),
    timestamp,
    nonce,
    encrypt_type: 'aes',
  });
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/wechat?${query.toString()}`, {
    method: 'POST',
    body: writeXml({ ToUserName: 'gh_bench', Encrypt: cipher }),
  });
  const answer = await response.text();
  const took = performance.now() - started;
  if (!answer.startsWith('<xml>')) throw new Error(`no words in the same request: ${response.status}`);
  return took;
}

/** One in five is verified: more right answers for one card in a minute would look like guessing to the assistant. */
const verifies = (index: number): boolean => index % 5 === 0;

/** What each message of fifty conversations took that go side by side; `codes` verify them, and the first round warms up. */
export async function fiftyAtOnce(port: number, codes: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (const round of [0, 1]) {
    const openIds = Array.from({ length: people }, () => `o${randomUUID().replaceAll('-', '').slice(0, 27)}`);
    for (const line of script.conversation) {
      const took = await Promise.all(
        openIds.map((openId, index) => say(port, openId, verifies(index) ? line.replace('{codes}', codes) : line)),
      );
      if (round > 0) times.push(...took);
    }
  }
  return times;
}
