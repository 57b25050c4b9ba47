// A small OpenID Connect server: discovery, authorization, token with PKCE, signed id tokens. It signs in whoever it is told to.
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claims of the next person who signs in. */
  person: Record<string, unknown>;
  /** Breaks the next id token: another nonce, another key, or another audience. */
  forge: 'nonce' | 'signature' | 'audience' | null;
  close(): Promise<void>;
}

interface Code {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

const json64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function formOf(req: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of req) body += chunk;
  return new URLSearchParams(body);
}

export async function startOidcServer(): Promise<OidcServer> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Code>();
  const [clientId, clientSecret] = ['console', 'a secret of the console'];

  function idToken(nonce: string): string {
    const seconds = Math.floor(Date.now() / 1000);
    const claims = {
      iss: state.issuer,
      aud: state.forge === 'audience' ? 'somebody-else' : clientId,
      iat: seconds,
      exp: seconds + 300,
      nonce: state.forge === 'nonce' ? 'another' : nonce,
      ...state.person,
    };
    const input = `${json64({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${json64(claims)}`;
    const key = state.forge === 'signature' ? otherKeys.privateKey : keys.privateKey;
    return `${input}.${createSign('RSA-SHA256').update(input).sign(key, 'base64url')}`;
  }

  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', state.issuer);
    const send = (status: number, body: unknown) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration')
      return send(200, {
        issuer: state.issuer,
        authorization_endpoint: `${state.issuer}/authorize`,
        token_endpoint: `${state.issuer}/token`,
        jwks_uri: `${state.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      });
    if (url.pathname === '/keys')
      return send(200, {
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
      });
    if (url.pathname === '/authorize') {
      const query = (name: string) => url.searchParams.get(name) ?? '';
      const code = randomUUID();
      codes.set(code, {
        nonce: query('nonce'),
        challenge: query('code_challenge'),
        redirectUri: query('redirect_uri'),
      });
      const back = new URL(query('redirect_uri'));
      back.searchParams.set('code', code);
      back.searchParams.set('state', query('state'));
      res.writeHead(302, { location: back.href });
      return res.end();
    }
    void formOf(req).then((form) => {
      const code = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isRight =
        code !== undefined &&
        code.challenge === challenge &&
        code.redirectUri === form.get('redirect_uri') &&
        (form.get('client_secret') === clientSecret || req.headers.authorization !== undefined);
      if (!isRight) return send(400, { error: 'invalid_grant' });
      send(200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: idToken(code.nonce) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: OidcServer = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientId,
    clientSecret,
    person: {},
    forge: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return state;
}
