// A customer on the bank's own page: speaks over the embedded Direct Line, as Web Chat does.
import type { Activity } from 'botbuilder';

export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly contentType?: string;
}

export interface PageTalk {
  readonly conversationId: string;
  say(text: string): Promise<void>;
  /** Sends files, with words or without, as Web Chat does; gives the status of the answer. */
  upload(files: readonly SentFile[], text?: string): Promise<number>;
  /** What can be tapped below the last reply. */
  taps(): Promise<readonly string[]>;
  readonly token: string;
  /** Everything in the conversation, the customer's own words included. */
  activities(): Promise<Partial<Activity>[]>;
  /** What the other side said, in order. */
  heard(): Promise<string[]>;
}

/** `signIn` is the bank's token for who is signed in. */
export async function openPage(address: string, locale = 'zh-CN', signIn?: string): Promise<PageTalk> {
  const post = async (path: string, body: unknown, token?: string): Promise<Record<string, string>> => {
    const response = await fetch(`${address}/directline/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, string>;
  };
  const { token = '' } = await post('tokens/generate', { locale }, signIn);
  const { conversationId = '' } = await post('conversations', {}, token);
  const activities = async (): Promise<Partial<Activity>[]> => {
    const response = await fetch(`${address}/directline/conversations/${conversationId}/activities`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return ((await response.json()) as { activities: Partial<Activity>[] }).activities;
  };
  return {
    conversationId,
    async say(text) {
      await post(`conversations/${conversationId}/activities`, { type: 'message', text, locale }, token);
    },
    token,
    async upload(files, text) {
      const form = new FormData();
      const attachments = files.map(({ name, contentType = 'image/jpeg' }) => ({ name, contentType }));
      const activity = JSON.stringify({
        type: 'message',
        locale,
        attachments,
        ...(text === undefined ? {} : { text }),
      });
      form.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
      for (const { name, bytes, contentType = 'image/jpeg' } of files)
        form.append('file', new Blob([new Uint8Array(bytes)], { type: contentType }), name);
      const response = await fetch(`${address}/directline/conversations/${conversationId}/upload?userId=me`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form,
      });
      await response.arrayBuffer();
      return response.status;
    },
    taps: async () => ((await activities()).at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title),
    activities,
    heard: async () =>
      (await activities())
        .filter((one) => one.from?.role === 'bot' || one.from?.id === 'assistant' || one.from === undefined)
        .map((one) => one.text ?? ''),
  };
}
