import { normalizeEntityRef } from '../entities';
import { z } from 'zod';

/** A full entity ref, lower-cased. @public */
export const entityRefSchema = z
  .string()
  .max(510)
  .regex(/^[^:\s]+:[^/\s]+\/[^/\s]+$/, 'Write it as kind:namespace/name')
  .transform(normalizeEntityRef);
