import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  SEVERITIES,
  WAIVER_ROLES,
  WaiverRole,
} from '@synchrony/backstage-plugin-ingestion-common';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { ApprovalLevel, ApprovalMatrix, DEFAULT_MATRIX } from '../waivers';

/** Who accepts which risk. */
export interface WaiversConfig {
  matrix: ApprovalMatrix;
  /** Refs of groups and users, lower-cased. */
  roles: Record<WaiverRole, string[]>;
  /** As how severe a waiver of checks counts; 0 is critical. */
  checkSeverity: number;
}

/**
 * Reads `ingestion.waivers`.
 *
 * @throws InputError where it leaves something without an approval
 */
export function readWaiversConfig(config: Config | undefined): WaiversConfig {
  const roles = (role: WaiverRole) =>
    (config?.getOptionalStringArray(`roles.${role}`) ?? []).map(
      normalizeEntityRef,
    );
  return {
    matrix: readMatrix(config?.getOptionalConfigArray('matrix')),
    roles: {
      champion: roles('champion'),
      appsec: roles('appsec'),
      'risk-owner': roles('risk-owner'),
      'ciso-delegate': roles('ciso-delegate'),
    },
    checkSeverity: severityOf(
      config?.getOptionalString('checkSeverity') ?? 'high',
    ),
  };
}

function readMatrix(rows: Config[] | undefined): ApprovalMatrix {
  if (rows === undefined) {
    return DEFAULT_MATRIX;
  }
  const matrix = rows.map(readLevel);
  const last = matrix.at(-1);
  if (!last || last.worstSeverity > 0 || last.mostCriticalTier > 1) {
    throw new InputError(
      'The last row of ingestion.waivers.matrix has to be enough for critical findings of tier-1',
    );
  }
  return matrix;
}

function readLevel(row: Config): ApprovalLevel {
  const approvals = row.getStringArray('approvals').map(roleOf);
  const maxDays = row.getNumber('maxDays');
  if (approvals.length === 0 || new Set(approvals).size < approvals.length) {
    throw new InputError(
      'Every row of ingestion.waivers.matrix needs one approval at least, and none twice',
    );
  }
  if (!Number.isInteger(maxDays) || maxDays < 1) {
    throw new InputError(
      'maxDays in ingestion.waivers.matrix has to be a whole number of days from 1',
    );
  }
  return {
    worstSeverity: severityOf(
      row.getOptionalString('worstSeverity') ?? 'critical',
    ),
    mostCriticalTier: tierOf(
      row.getOptionalString('mostCriticalTier') ?? 'tier-1',
    ),
    approvals,
    maxDays,
  };
}

function roleOf(text: string): WaiverRole {
  const role = WAIVER_ROLES.find(item => item === text);
  if (!role) {
    throw new InputError(
      `${text} in ingestion.waivers.matrix is none of the roles ${WAIVER_ROLES.join(', ')}`,
    );
  }
  return role;
}

function severityOf(text: string): number {
  const index = SEVERITIES.findIndex(item => item === text);
  if (index < 0) {
    throw new InputError(
      `${text} in ingestion.waivers is none of the severities ${SEVERITIES.join(', ')}`,
    );
  }
  return index;
}

function tierOf(text: string): number {
  const [, digit] = /^tier-([1-9])$/.exec(text) ?? [];
  if (digit === undefined) {
    throw new InputError(
      `${text} in ingestion.waivers.matrix is no tier such as tier-2`,
    );
  }
  return Number(digit);
}
