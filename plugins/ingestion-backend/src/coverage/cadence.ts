import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';

/** How many days a complete scan counts as current. */
export type Cadence = Record<ControlType, number>;

export const DEFAULT_CADENCE: Cadence = {
  sast: 14,
  sca: 7,
  secret: 7,
  dast: 30,
  container: 7,
  iac: 14,
};
