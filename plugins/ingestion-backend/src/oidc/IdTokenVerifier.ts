import { hash } from 'node:crypto';
import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  createRemoteJWKSet,
  decodeJwt,
  errors,
  JWTPayload,
  JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { z } from 'zod';
import { readPipelineIdentity } from './readPipelineIdentity';
import { OidcIssuer, PipelineIdentity } from './types';

/** What a good ID token says. */
export interface VerifiedIdToken {
  identity: PipelineIdentity;
  /** The same for the same token, and for no other one. */
  key: string;
  /** From when on it is refused by itself. */
  endsAt: number;
}

const LEEWAY_S = 60;
const ALGORITHMS = ['RS256', 'ES256'];

/** What goes wrong of the keys, for which the token is not to blame. */
const KEYS_AWAY = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

const CLAIMS = z.looseObject({
  jti: z.string().min(1).max(1000),
  iat: z.number(),
  exp: z.number(),
});

/** Verifies ID tokens of pipelines with the keys that their issuers publish. */
export class IdTokenVerifier {
  readonly #issuers: OidcIssuer[];
  readonly #clock: () => Date;
  readonly #keys = new Map<string, JWTVerifyGetKey>();

  constructor(options: { issuers: OidcIssuer[]; clock: () => Date }) {
    this.#issuers = options.issuers;
    this.#clock = options.clock;
  }

  /** Throws `AuthenticationError` for a token that is not good. */
  async verify(token: string): Promise<VerifiedIdToken> {
    const named = issuerIn(token);
    const issuer = this.#issuers.find(({ issuer: name }) => name === named);
    if (!issuer) {
      throw refusal('its issuer is not among those of ingestion.oidc');
    }
    const result = CLAIMS.safeParse(await this.#payloadOf(token, issuer));
    if (!result.success) {
      throw refusal('jti, iat or exp is missing');
    }
    const { data: claims } = result;
    if (claims.iat > this.#clock().getTime() / 1000 + LEEWAY_S) {
      throw refusal('it was issued in the future');
    }
    const identity = readPipelineIdentity(
      issuer.provider,
      issuer.issuer,
      claims,
    );
    if (!identity) {
      throw refusal('its claims do not name an owner and a repository');
    }
    return {
      identity,
      key: hash(
        'sha256',
        JSON.stringify([issuer.issuer, claims.jti]),
        'base64url',
      ),
      endsAt: Math.ceil((claims.exp + LEEWAY_S) * 1000),
    };
  }

  async #payloadOf(token: string, issuer: OidcIssuer): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#keysOf(issuer), {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms: ALGORITHMS,
        clockTolerance: LEEWAY_S,
        currentDate: this.#clock(),
        requiredClaims: ['exp', 'iat', 'jti'],
      });
      return payload;
    } catch (error) {
      if (
        error instanceof errors.JOSEError &&
        !KEYS_AWAY.includes(error.code)
      ) {
        throw refusal(error.message);
      }
      throw new ServiceUnavailableError(
        `The keys of ${issuer.issuer} cannot be read now`,
        error,
      );
    }
  }

  #keysOf(issuer: OidcIssuer): JWTVerifyGetKey {
    let keys = this.#keys.get(issuer.issuer);
    if (!keys) {
      keys = createRemoteJWKSet(new URL(issuer.jwksUri));
      this.#keys.set(issuer.issuer, keys);
    }
    return keys;
  }
}

/** Not verified yet: it only tells by whose keys to verify. */
function issuerIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw refusal('it is no JSON Web Token');
  }
}

function refusal(reason: string): AuthenticationError {
  return new AuthenticationError(`The ID token is refused: ${reason}`);
}
