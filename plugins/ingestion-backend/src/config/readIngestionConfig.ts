import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CONTROL_TYPES } from '@synchrony/backstage-plugin-ingestion-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Cadence, DEFAULT_CADENCE } from '../coverage/cadence';
import { OidcIssuer } from '../oidc';
import { SlaPolicy } from '../sla';
import { VexTrust } from '../vex';
import { readOidcConfig } from './readOidcConfig';
import { readSlaConfig } from './readSlaConfig';
import {
  readThreatFileDays,
  readThreatFilesConfig,
  ThreatFileDays,
  ThreatFileSourceConfig,
} from './readThreatFilesConfig';
import { readWaiversConfig, WaiversConfig } from './readWaiversConfig';
import { GithubWebhookSecret, readWebhookConfig } from './readWebhookConfig';

/** What a token may write. */
export interface Submitter {
  subject: string;
  /** Entity refs, or beginnings that end with `*`; lower-cased. */
  entities: string[];
}

export interface IngestionConfig {
  submitters: Submitter[];
  oidc: OidcIssuer[];
  defaultRef: string;
  sla: SlaPolicy;
  threatFiles: ThreatFileSourceConfig[];
  /** Days after which a file of each kind counts as old. */
  threatFileDays: ThreatFileDays;
  cadence: Cadence;
  /** Days for which a list of components counts as current. */
  inventory: { days: number };
  processing: {
    concurrency: number;
    workerMemoryMb: number;
    timeoutMs: number;
    attempts: number;
  };
  maxReportBytes: number;
  gate: {
    /** Files of policies. */
    policies: string[];
    /** Where people open the portal. */
    portalUrl?: string;
  };
  /** Whose VEX statements decide; everybody's who may send reports where absent. */
  vex: VexTrust;
  waivers: WaiversConfig;
  /** In days. */
  /** In days. */
  retention: {
    bodies: number;
    otherRefs: number;
    quarantine: number;
    resolved: number;
    history: number;
    deliveries: number;
  };
  webhooks: { github: GithubWebhookSecret[] };
}

/** Configuration with its defaults. */
export function readIngestionConfig(root: RootConfigService): IngestionConfig {
  const config = root.getOptionalConfig('ingestion');
  return {
    submitters: (config?.getOptionalConfigArray('submitters') ?? []).map(
      readSubmitter,
    ),
    oidc: readOidcConfig(config?.getOptionalConfigArray('oidc') ?? []),
    defaultRef: config?.getOptionalString('defaultRef') ?? 'main',
    sla: readSlaConfig(config?.getOptionalConfig('sla')),
    threatFiles: readThreatFilesConfig(
      config?.getOptionalConfig('threatIntelligence'),
    ),
    threatFileDays: readThreatFileDays(
      config?.getOptionalConfig('threatIntelligence.warnAfterDays'),
    ),
    cadence: readCadence(config?.getOptionalConfig('cadence')),
    inventory: { days: config?.getOptionalNumber('inventory.days') ?? 30 },
    processing: readProcessing(config?.getOptionalConfig('processing')),
    maxReportBytes:
      config?.getOptionalNumber('maxReportBytes') ?? 100 * 1024 * 1024,
    gate: {
      policies: config?.getOptionalStringArray('gate.policies') ?? [],
      portalUrl: root.getOptionalString('app.baseUrl'),
    },
    vex: {
      submitters: config?.getOptionalStringArray('vex.trustedSubmitters'),
      authors: config?.getOptionalStringArray('vex.trustedAuthors'),
    },
    waivers: readWaiversConfig(config?.getOptionalConfig('waivers')),
    retention: {
      bodies: config?.getOptionalNumber('retention.bodies') ?? 90,
      otherRefs: config?.getOptionalNumber('retention.otherRefs') ?? 30,
      quarantine: config?.getOptionalNumber('retention.quarantine') ?? 30,
      resolved: config?.getOptionalNumber('retention.resolved') ?? 730,
      history: config?.getOptionalNumber('retention.history') ?? 365,
      deliveries: config?.getOptionalNumber('retention.deliveries') ?? 730,
    },
    webhooks: {
      github: readWebhookConfig(
        config?.getOptionalConfigArray('webhooks.github') ?? [],
      ),
    },
  };
}

function readSubmitter(config: Config): Submitter {
  return {
    subject: config.getString('subject'),
    entities: config.getStringArray('entities').map(normalizeEntityRef),
  };
}

function readCadence(config: Config | undefined): Cadence {
  const cadence = { ...DEFAULT_CADENCE };
  for (const type of CONTROL_TYPES) {
    cadence[type] = config?.getOptionalNumber(type) ?? cadence[type];
  }
  return cadence;
}

function readProcessing(
  config: Config | undefined,
): IngestionConfig['processing'] {
  return {
    concurrency: config?.getOptionalNumber('concurrency') ?? 2,
    workerMemoryMb: config?.getOptionalNumber('workerMemoryMb') ?? 1024,
    timeoutMs: (config?.getOptionalNumber('timeoutSeconds') ?? 120) * 1000,
    attempts: config?.getOptionalNumber('attempts') ?? 5,
  };
}
