import { z } from 'zod';
import { RequestError } from '../service/RequestError';

const REPOSITORY = z.looseObject({
  full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
});
const PAYLOAD = z.looseObject({
  action: z.string().optional(),
  repository: REPOSITORY.optional(),
});

/** The content of a delivery, of which only what all have is checked. */
export type GithubPayload = z.output<typeof PAYLOAD>;

/** Reads a body whose signature is good. */
export function readDelivery(body: Buffer): GithubPayload {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new RequestError(400, 'The body is not JSON', 'body');
  }
  const result = PAYLOAD.safeParse(value);
  if (!result.success) {
    const path = ['body', ...result.error.issues[0].path].map(String).join('.');
    throw new RequestError(400, `${path} is not as GitHub sends it`, path);
  }
  return result.data;
}
