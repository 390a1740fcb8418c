import {
  GateAnswer,
  GateReason,
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';

const HEAD = ['VERDICT', 'REASON', 'TYPE', 'WHERE', 'WHAT'];

/** A verdict with its reasons as a table, line by line. */
export function describeGate(answer: GateAnswer): string[] {
  const { base, commit, counts, entityRef, links, policy, ref } = answer;
  const head = ref ?? (commit && `commit ${commit}`) ?? base;
  const against = head === base ? '' : ` against ${base}`;
  return [
    `${answer.verdict}: ${entityRef}, ${head}${against} (policy ${policy.id})`,
    ...(answer.reasons.length > 0
      ? toTable([HEAD, ...answer.reasons.map(toCells)])
      : []),
    `new: ${list(counts.new)}; overdue: ${list(counts.overdue)}; accepted: ${counts.accepted}; fixed: ${counts.fixed}`,
    links.findings,
  ].map(toPlainText);
}

function toCells(reason: GateReason): string[] {
  const { kind, location, message, tool, type, verdict } = reason;
  const place = location?.path ?? location?.url ?? location?.logicalName;
  const line = location?.path && location.startLine;
  const where = place && `${place}${line ? `:${line}` : ''}`;
  return [
    verdict,
    kind,
    type ?? '-',
    where ?? '-',
    `${message}${tool ? ` (${tool})` : ''}`,
  ];
}

function toTable(rows: string[][]): string[] {
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows.map(row =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell.padEnd(widths[column]),
      )
      .join('  '),
  );
}

function list(counts: Record<Severity, number>): string {
  const parts = SEVERITIES.filter(severity => counts[severity] > 0).map(
    severity => `${counts[severity]} ${severity}`,
  );
  return parts.join(', ') || 'none';
}

/** Scanners' words must not steer a terminal, nor begin a line of their own. */
function toPlainText(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}
