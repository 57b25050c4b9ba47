// The bank's directory as far as this assistant meets it: a pair of keys, published at an address, and tokens signed with it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface BankKeys {
  readonly url: string;
  /** How often the keys were asked for. */
  asked(): number;
  /** While true, the keys cannot be had. */
  isDown: boolean;
  /** The public key as anybody can fetch it. */
  readonly published: string;
  /** A token for this customer; what is given instead replaces what a good one has. */
  token(customerId: string, instead?: Readonly<Record<string, unknown>>): Promise<string>;
  close(): Promise<void>;
}

export const issuer = 'https://sign-in.bank.example';
export const audience = 'collections-assistant';
export const secondsNow = (): number => Math.floor(Date.now() / 1000);

export async function startBankKeys(): Promise<BankKeys> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const published = JSON.stringify({
    keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }],
  });
  const state = { isDown: false, asked: 0 };
  const server = createServer((_req, res) => {
    state.asked += 1;
    res.writeHead(state.isDown ? 500 : 200, { 'Content-Type': 'application/json' });
    res.end(state.isDown ? 'down' : published);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    asked: () => state.asked,
    get isDown() {
      return state.isDown;
    },
    set isDown(value: boolean) {
      state.isDown = value;
    },
    published,
    token: (customerId, instead = {}) =>
      new SignJWT({
        iss: issuer,
        aud: audience,
        sub: customerId,
        iat: secondsNow(),
        exp: secondsNow() + 300,
        ...instead,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .sign(privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
