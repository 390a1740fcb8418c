import {
  DEPLOYMENT_KINDS,
  DEPLOYMENT_OUTCOMES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { optionalTimeOf, wordOf } from '../deliveries/flags';
import { ExitCode } from '../exitCodes';
import { Terminal } from '../terminal';
import { ciContext } from '../upload/ciContext';
import { fullEntityRef } from '../upload/entityRef';
import { sendAndShow } from './sendAndShow';

export interface DeploymentFlags {
  entity: string;
  environment: string;
  id: string;
  outcome: string;
  release?: string;
  commit?: string;
  commitTime?: string;
  startedAt?: string;
  finishedAt?: string;
  kind?: string;
  recovers?: string;
  artifactDigest?: string;
  url?: string;
  timeout: string;
  json?: boolean;
}

/** `synchrony deployment` */
export async function deployment(
  flags: DeploymentFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const request = {
    entityRef: fullEntityRef(flags.entity),
    environment: flags.environment,
    deploymentId: flags.id,
    commit: flags.commit ?? ciContext(terminal.environment).commit,
    commitTime: optionalTimeOf('--commit-time', flags.commitTime),
    version: flags.release,
    startedAt: optionalTimeOf('--started-at', flags.startedAt),
    finishedAt:
      optionalTimeOf('--finished-at', flags.finishedAt) ??
      new Date().toISOString(),
    outcome: wordOf(DEPLOYMENT_OUTCOMES, '--outcome', flags.outcome),
    kind:
      flags.kind === undefined
        ? undefined
        : wordOf(DEPLOYMENT_KINDS, '--kind', flags.kind),
    recovers: flags.recovers,
    artifactDigest: flags.artifactDigest,
    url: flags.url,
  };
  return sendAndShow({ path: '/deployments', request }, flags, terminal);
}
