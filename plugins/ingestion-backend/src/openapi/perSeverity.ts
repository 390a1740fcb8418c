import { SEVERITIES } from '@synchrony/backstage-plugin-ingestion-common';
import { count, object } from './building';

/** A count of each severity. */
export const perSeverity = object(
  Object.fromEntries(SEVERITIES.map(severity => [severity, count])),
);
