import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  DEFAULT_RISK_MATRIX,
  DEFAULT_SLA_POLICY,
  EXPOSURES,
  findInversion,
  RiskMatrix,
  RiskRow,
  SLA_KINDS,
  SlaCell,
  SlaPolicy,
  TIERS,
  withRows,
} from '../sla';

/** The SLA policy with its defaults; what can not be meant stops the start. */
export function readSlaConfig(config: Config | undefined): SlaPolicy {
  const kind = readWord(config, 'policy', SLA_KINDS) ?? 'severity';
  const days: Partial<Record<Severity, number>> = {
    ...DEFAULT_SLA_POLICY.days,
  };
  for (const severity of SEVERITIES) {
    days[severity] = readDays(config, `days.${severity}`) ?? days[severity];
  }
  const kevDays = readDays(config, 'kevDays') ?? DEFAULT_SLA_POLICY.kevDays;
  return {
    kind,
    name: config?.getOptionalString('name') ?? DEFAULT_SLA_POLICY.name,
    days,
    tightFactor: readTightFactor(config),
    kevDays: kevDays === 0 ? undefined : kevDays,
    cells: (config?.getOptionalConfigArray('cells') ?? []).map(readCell),
    matrix: readMatrix(config),
    unknown:
      readWord(config, 'unknown', ['worse', 'ignore']) ??
      (kind === 'risk-matrix' ? 'worse' : 'ignore'),
  };
}

function readTightFactor(config: Config | undefined): number {
  const factor = config?.getOptionalNumber('tightFactor');
  if (factor !== undefined && !(factor > 0 && factor <= 1)) {
    throw new InputError('ingestion.sla.tightFactor must be above 0, up to 1');
  }
  return factor ?? DEFAULT_SLA_POLICY.tightFactor;
}

function readCell(config: Config, index: number): SlaCell {
  const days = readDays(config, 'days');
  if (days === undefined) {
    throw new InputError(`ingestion.sla.cells[${index}].days is missing`);
  }
  return {
    severity: readWord(config, 'severity', SEVERITIES),
    tier: readWord(config, 'tier', TIERS),
    exposure: readWord(config, 'exposure', EXPOSURES),
    days,
  };
}

function readMatrix(config: Config | undefined): RiskMatrix {
  const rows = config?.getOptionalConfigArray('riskMatrix') ?? [];
  const matrix = withRows(
    DEFAULT_RISK_MATRIX,
    rows.map((row): RiskRow => {
      const days = readDays(row, 'days') ?? 0;
      return {
        exposed: row.getBoolean('exposed'),
        kev: row.getBoolean('kev'),
        automatable: row.getBoolean('automatable'),
        totalImpact: readWord(row, 'impact', ['partial', 'total']) === 'total',
        days: days === 0 ? null : days,
      };
    }),
  );
  const inversion = findInversion(matrix);
  if (inversion) {
    const { milder, worse } = inversion;
    throw new InputError(
      `ingestion.sla.riskMatrix: ${rowText(worse)} has ${daysText(matrix[worse])}, longer than the milder ${rowText(milder)} with ${daysText(matrix[milder])}`,
    );
  }
  return matrix;
}

function rowText(index: number): string {
  const answer = (bit: number, yes: string, no: string) =>
    (index / bit) % 2 >= 1 ? yes : no;
  return [
    answer(8, 'exposed', 'not exposed'),
    answer(4, 'KEV', 'not KEV'),
    answer(2, 'automatable', 'not automatable'),
    answer(1, 'total', 'partial'),
  ].join('/');
}

function daysText(days: number | null): string {
  return days === null ? 'no due date' : `${days} days`;
}

function readDays(
  config: Config | undefined,
  name: string,
): number | undefined {
  const days = config?.getOptionalNumber(name);
  if (days !== undefined && !(days >= 0 && days <= 3650)) {
    throw new InputError(`ingestion.sla: ${name} must be 0 to 3650 days`);
  }
  return days;
}

function readWord<const T extends string>(
  config: Config | undefined,
  name: string,
  words: readonly T[],
): T | undefined {
  const text = config?.getOptionalString(name);
  const word = words.find(candidate => candidate === text);
  if (text !== undefined && word === undefined) {
    throw new InputError(
      `ingestion.sla: ${name} is "${text}", it must be among ${words.join(', ')}`,
    );
  }
  return word;
}
