import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';

/** A full entity ref, lower-cased. */
export const entityRefSchema = z
  .string()
  .max(510)
  .regex(/^[^:\s]+:[^/\s]+\/[^/\s]+$/, 'Write it as kind:namespace/name')
  .transform(normalizeEntityRef);
