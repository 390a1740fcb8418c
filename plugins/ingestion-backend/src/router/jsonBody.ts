import express, { RequestHandler, Request, Response } from 'express';
import { z } from 'zod';
import { RequestError } from '../service/RequestError';

/** Reads a small JSON body. */
export const smallJson = express.json({ limit: '64kb' });

/** Reads a body once it is known who sends it: not before, as a middleware would. */
export function readBody(
  parser: RequestHandler,
  request: Request,
  response: Response,
): Promise<void> {
  return new Promise((resolve, reject) => {
    parser(request, response, error => (error ? reject(error) : resolve()));
  });
}

/** The body, or an error that names what of it is wrong. */
export function parseBody<T extends z.ZodRawShape>(
  request: Request,
  shape: T,
): z.output<z.ZodObject<T>> {
  const result = z.strictObject(shape).safeParse(request.body ?? {});
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  if (issue.code === 'unrecognized_keys') {
    const [name] = issue.keys;
    throw new RequestError(400, `There is no field ${name}`, `body.${name}`);
  }
  const name = issue.path.map(String).join('.');
  throw new RequestError(
    400,
    name ? `${name}: ${issue.message}` : 'The body must be a JSON object',
    name ? `body.${name}` : 'body',
  );
}
