import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  JWTPayload,
  SignJWT,
} from 'jose';

export const AUDIENCE = 'synchrony-test';

export function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

let tokens = 0;

/** Claims that every good token has; a new `jti` each time. */
export function commonClaims(issuer: string): JWTPayload {
  tokens += 1;
  return {
    iss: issuer,
    aud: AUDIENCE,
    jti: `token-${tokens}`,
    iat: nowInSeconds(),
    nbf: nowInSeconds(),
    exp: nowInSeconds() + 300,
  };
}

/** An issuer of ID tokens that serves its keys on this machine. */
export async function startIdTokenIssuer() {
  const rsa = await generateKeyPair('RS256');
  const ec = await generateKeyPair('ES256');
  const ps = await generateKeyPair('PS256');
  const keys = [
    { ...(await exportJWK(rsa.publicKey)), kid: 'rsa' },
    { ...(await exportJWK(ec.publicKey)), kid: 'ec' },
    { ...(await exportJWK(ps.publicKey)), kid: 'ps' },
  ];
  const state = { away: false };
  const server = createServer((_, response) => {
    response.statusCode = state.away ? 500 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const signWith =
    (key: CryptoKey, alg: string, kid: string) => (claims: JWTPayload) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
  return {
    state,
    issuer: `http://127.0.0.1:${port}`,
    publicKeyText: await exportSPKI(rsa.publicKey),
    sign: signWith(rsa.privateKey, 'RS256', 'rsa'),
    signEc: signWith(ec.privateKey, 'ES256', 'ec'),
    signPs: signWith(ps.privateKey, 'PS256', 'ps'),
    /** Signed by a key of the same name that is not the issuer's. */
    signForged: signWith(
      (await generateKeyPair('RS256')).privateKey,
      'RS256',
      'rsa',
    ),
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}

export type IdTokenIssuer = Awaited<ReturnType<typeof startIdTokenIssuer>>;
