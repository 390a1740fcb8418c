import { Request } from 'express';
import { RequestError } from '../service/RequestError';
import { nameSchema } from './parameters';

/** The advisory that a path names. */
export function parseAdvisoryId(request: Request): string {
  const id = nameSchema.safeParse(request.params.id);
  if (!id.success) {
    throw new RequestError(400, 'That is no id of an advisory', 'path.id');
  }
  return id.data;
}
