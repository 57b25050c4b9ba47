// A customer on the line, over the embedded Direct Line: says things one after the other, '{code}' being the code on the phone.
interface Opened {
  readonly conversationId: string;
  readonly token: string;
}

export class Customer {
  private constructor(
    private readonly address: string,
    readonly conversationId: string,
    private readonly token: string,
  ) {}

  static async open(address: string, locale = 'zh-CN'): Promise<Customer> {
    const generated = await post<Opened>(`${address}/directline/tokens/generate`, undefined, { locale });
    const opened = await post<Opened>(`${address}/directline/conversations`, generated.token);
    return new Customer(address, opened.conversationId, opened.token);
  }

  async say(...texts: readonly string[]): Promise<void> {
    for (const text of texts)
      await post(`${this.address}/directline/conversations/${this.conversationId}/activities`, this.token, {
        type: 'message',
        text: text === '{code}' ? await this.code() : text,
      });
  }

  private async code(): Promise<string> {
    const response = await fetch(`${this.address}/demo/phone`, { headers: { Authorization: `Bearer ${this.token}` } });
    const { messages } = (await response.json()) as { messages: { text: string }[] };
    return /\d{6}/.exec(messages[0]?.text ?? '')?.[0] ?? '';
  }
}

async function post<T>(url: string, token?: string, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      'Content-Type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
