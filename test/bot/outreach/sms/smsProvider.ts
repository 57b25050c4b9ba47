// A provider of text messages as its own server: takes each number of ours once, answers as it is told, signs what it brings back.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TakenSms {
  readonly to: string;
  readonly text: string;
  readonly key: string;
}

export class FakeSmsProvider {
  /** What reached phones, each once. */
  readonly taken: TakenSms[] = [];
  calls = 0;
  /** The status that it answers with; 0 hangs up. */
  status = 200;
  /** Takes the message, and hangs up before it has answered. */
  losesAnswers = false;
  readonly secret = 'a-secret-of-the-provider';
  readonly key = 'the-key-of-our-account';

  private readonly server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => (body += String(chunk)));
    req.on('end', () => {
      this.calls += 1;
      const isOurs = req.headers.authorization === `Bearer ${this.key}`;
      const status = isOurs ? this.status : 401;
      if (status === 0) return void req.socket.destroy();
      const key = String(req.headers['idempotency-key'] ?? '');
      if (status === 200 && !this.taken.some((one) => one.key === key)) {
        const { to, text } = JSON.parse(body) as { to: string; text: string };
        this.taken.push({ to, text, key });
      }
      if (this.losesAnswers) return void req.socket.destroy();
      res.writeHead(status, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify({ id: `P-${this.taken.findIndex((one) => one.key === key)}` }));
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get environment() {
    const { port } = this.server.address() as AddressInfo;
    return { SMS_URL: `http://127.0.0.1:${port}/send`, SMS_KEY: this.key, SMS_SECRET: this.secret };
  }

  /** Brings something to the assistant; `at` is when it says that it was signed. */
  async bring(address: string, path: string, value: object, at = Date.now(), secret = this.secret): Promise<number> {
    const body = JSON.stringify(value);
    const timestamp = String(Math.floor(at / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const headers = {
      'Content-Type': 'application/json',
      'X-Timestamp': timestamp,
      'X-Signature': signature,
    };
    const response = await fetch(`${address}${path}`, { method: 'POST', headers, body });
    await response.arrayBuffer();
    return response.status;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}
