import { EXPORT_FORMATS } from '@synchrony/backstage-plugin-ingestion-common';
import { z } from 'zod';

/** The parameter that says as what a list is written out. */
export const EXPORT_FORMAT = {
  format: z.enum(EXPORT_FORMATS, {
    error: `must be among ${EXPORT_FORMATS.join(', ')}`,
  }),
};
