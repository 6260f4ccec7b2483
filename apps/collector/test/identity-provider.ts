// A real OpenID provider on loopback, whose people and ID tokens a test decides.
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface Person {
  id: string;
  /** `roles`, `preferred_username`, … */
  claims: Readonly<Record<string, unknown>>;
}

/** Changes the claims of an ID token before it is signed again, with the provider's key or another one. */
export interface Forgery {
  claims?: Readonly<Record<string, unknown>>;
  key?: KeyObject;
}

export interface IdentityProvider {
  issuer: string;
  /** Who signs in next. */
  person: Person;
  forgery: Forgery | null;
  /** Follows redirects as a browser that is signed in as `person`, until one leads to the collector. */
  visit(url: string): Promise<string>;
  close(): Promise<void>;
}

export const clientId = 'collector';
export const clientSecret = 'the secret of the client, long enough for anything';

/** `claimsIn`: whether roles come with the ID token (Entra ID, AD FS) or only at the userinfo endpoint. */
export async function identityProvider(
  redirectUri: string,
  claimsIn: 'idToken' | 'userInfo',
): Promise<IdentityProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const outer = await listening(createServer());
  const issuer = `http://127.0.0.1:${portOf(outer)}`;
  const state: Pick<IdentityProvider, 'person' | 'forgery'> = {
    person: { id: '', claims: {} },
    forgery: null,
  };
  const provider = new Provider(issuer, configurationOf(state, privateKey, redirectUri, claimsIn));
  const answer = provider.callback();
  const inner = await listening(createServer(answer));
  outer.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { forgery } = state;
    if (request.url?.startsWith('/interaction/') === true) {
      void finishSignIn(provider, state.person.id, request, response);
    } else if (forgery !== null && request.url === '/token') {
      void forgeToken(portOf(inner), forgery, privateKey, request, response);
    } else answer(request, response);
  });
  return Object.assign(state, {
    issuer,
    visit: (url: string) => browse(url, issuer),
    close: async () => {
      for (const server of [outer, inner]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  });
}

function configurationOf(
  state: Pick<IdentityProvider, 'person'>,
  privateKey: KeyObject,
  redirectUri: string,
  claimsIn: 'idToken' | 'userInfo',
): Readonly<Record<string, unknown>> {
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' };
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [`${new URL(redirectUri).origin}/`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['of no worth'] },
    claims: { openid: ['sub'], profile: ['preferred_username', 'roles', 'groups'], email: ['email'] },
    conformIdTokenClaims: claimsIn === 'userInfo',
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: async (_context: unknown, accountId: string) => ({
      accountId,
      claims: async () => ({ sub: accountId, ...state.person.claims }),
    }),
  };
}

async function finishSignIn(
  provider: Provider,
  accountId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope('openid profile email');
  const result = { login: { accountId, remember: false }, consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, result);
}

async function forgeToken(
  port: number,
  forgery: Forgery,
  privateKey: KeyObject,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = await fetch(`http://127.0.0.1:${port}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.concat(chunks).toString(),
  });
  const body = Object(await answer.json());
  if (typeof body.id_token === 'string') body.id_token = signedAgain(body.id_token, forgery, privateKey);
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function signedAgain(token: string, forgery: Forgery, privateKey: KeyObject): string {
  const [head = '', claims = ''] = token.split('.');
  const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), ...forgery.claims };
  const signed = `${head}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}`;
  const key = createPrivateKey((forgery.key ?? privateKey).export({ type: 'pkcs8', format: 'pem' }));
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

async function browse(start: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let steps = 0; steps < 10; steps += 1) {
    if (!url.startsWith(issuer)) return url;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url).href;
  }
  throw new Error('Too many redirects.');
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port; // a listening TCP server has no other kind
}
