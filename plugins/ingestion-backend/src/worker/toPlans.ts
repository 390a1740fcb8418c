import { randomBytes } from 'node:crypto';
import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { ParsedFinding } from '@synchrony/report-parsers';
import {
  Candidate,
  reconcile,
  Reconciliation,
  statusBySource,
  StoredStatus,
} from '../reconcile';
import { Cell, encodeRows, Engine } from '../rows';
import { RuleRow } from './findingRow';
import { ScanOrder, ScanPlan } from './protocol';
import { Scan } from './toScans';

type CandidateTuple = [
  id: string,
  key: string,
  attributesHash: string,
  status: StoredStatus,
  type: ControlType,
  leadScope: number,
  presentIn: string | null,
  decided: 0 | 1,
];

export function readCandidates(text: string): Candidate[] {
  const tuples: CandidateTuple[] = JSON.parse(text);
  return tuples.map(
    ([
      id,
      key,
      attributesHash,
      status,
      type,
      leadScope,
      presentIn,
      decided,
    ]) => ({
      id,
      key,
      attributesHash,
      status,
      decided: decided === 1,
      type,
      leadScope,
      presentIn: presentIn ? presentIn.split(',').map(Number) : [],
    }),
  );
}

/**
 * With its length, which takes a byte, an id fills two words of eight bytes in
 * PostgreSQL's indexes; one character more takes a third one in each of them.
 */
const ID_LENGTH = 15;

const RANDOM_BYTES = 7;

/** Since then the seconds of ids are counted; the digits last until 2095. */
const TIME_BEGINS = Date.UTC(2026, 0, 1);
const TIME_DIGITS = 6;

/**
 * Ascending ids that begin with the time, in digits that every collation of a
 * database sorts alike: so indexes grow at their ends and stay dense.
 */
function createIds(now: number, count: number): string[] {
  const seconds = Math.max(0, Math.floor((now - TIME_BEGINS) / 1000));
  const prefix = seconds.toString(36).padStart(TIME_DIGITS, '0');
  const random = randomBytes(RANDOM_BYTES * count);
  return Array.from({ length: count }, (_, index) => {
    const start = RANDOM_BYTES * index;
    const rest = random.toString('base64url', start, start + RANDOM_BYTES);
    return `${prefix}${rest}`.slice(0, ID_LENGTH);
  }).sort();
}

/**
 * Compares the scans of a report with what is stored, one after the other:
 * what one of them makes is known to the next.
 */
export function toPlans(
  scans: Scan[],
  candidates: Candidate[],
  orders: ScanOrder[],
  options: { engine: Engine; now: number },
): ScanPlan[] {
  return orders.map(order => {
    const scan = scans[order.scan];
    const changes = reconcile(scan.incoming, candidates, {
      ...order,
      speaksFor: scan.header.speaksFor,
    });
    const createdIds = createIds(options.now, changes.created.length);
    const plan = toPlan(
      options.engine,
      scan,
      candidates,
      order,
      changes,
      createdIds,
    );
    if (orders.length > 1) {
      remember(scan, candidates, order, changes, createdIds);
    }
    return plan;
  });
}

function toPlan(
  engine: Engine,
  scan: Scan,
  candidates: Candidate[],
  order: ScanOrder,
  changes: Reconciliation,
  createdIds: string[],
): ScanPlan {
  const rules = new Map<string, RuleRow>();
  const cellsOf = (index: number): Cell[] => {
    const { cells, rule } = scan.rows[index];
    rules.set(rule.key, rule);
    return cells;
  };
  const statusOf = (index: number) =>
    statusBySource(scan.incoming[index].finding);
  const createdRows = changes.created.map((index, i) => [
    createdIds[i],
    order.counted ? statusOf(index) : 'unlisted',
    ...cellsOf(index),
  ]);
  const updatedRows = [
    ...changes.updated,
    ...changes.opened,
    ...changes.reopened,
  ].map(([index, partner]) => [
    candidates[partner].id,
    statusOf(index),
    ...cellsOf(index),
  ]);
  const statusRows = (pairs: [number, number][]) =>
    encodeRows(
      engine,
      pairs.map(([index, partner]) => [
        candidates[partner].id,
        statusOf(index),
      ]),
    );
  const idRows = (ids: string[]) =>
    encodeRows(
      engine,
      ids.map(id => [id]),
    );
  const candidateIds = (indices: number[]) =>
    idRows(indices.map(index => candidates[index].id));
  return {
    scan: order.scan,
    created: changes.created.length,
    opened: changes.opened.length,
    reopened: changes.reopened.length,
    updated: changes.updated.length,
    unchanged: changes.unchanged,
    severe: countSevere(scan, order, changes),
    createdRows: encodeRows(engine, createdRows),
    createdIds: idRows(createdIds),
    updatedRows: encodeRows(engine, updatedRows),
    openedRows: statusRows(changes.opened),
    reopenedRows: statusRows(changes.reopened),
    restatedRows: statusRows(changes.restated),
    appearedIds: candidateIds(changes.appeared),
    absentIds: candidateIds(changes.absent),
    aboutVulnerabilities:
      rules.size > 0 &&
      scan.incoming.some(({ finding }) => isVulnerability(finding)),
    ruleRows: encodeRows(
      engine,
      [...rules.values()].map(({ cells }) => cells),
    ),
    tokenRows: encodeRows(
      engine,
      [...rules.values()].flatMap(({ key, tokens }) =>
        tokens.map(token => [token, key]),
      ),
    ),
  };
}

/** What people are told of; on another ref than the default one nothing counts. */
function countSevere(
  scan: Scan,
  order: ScanOrder,
  { created, opened }: Reconciliation,
): ScanPlan['severe'] {
  const severe = { critical: 0, high: 0 };
  const fresh = [...created, ...opened.map(([index]) => index)];
  for (const { finding } of fresh.map(index => scan.incoming[index])) {
    const { severity } = finding;
    const isSevere = severity === 'critical' || severity === 'high';
    if (order.counted && isSevere && statusBySource(finding) === 'open') {
      severe[severity] += 1;
    }
  }
  return severe;
}

/** Types of which a finding may be a known vulnerability without a known id. */
const VULNERABLE_TYPES: readonly ControlType[] = ['sca', 'container'];

function isVulnerability({ advisoryIds, type }: ParsedFinding): boolean {
  return advisoryIds.length > 0 || VULNERABLE_TYPES.includes(type);
}

function remember(
  scan: Scan,
  candidates: Candidate[],
  order: ScanOrder,
  changes: Reconciliation,
  createdIds: string[],
): void {
  for (const index of changes.appeared) {
    candidates[index].presentIn.push(order.scope);
  }
  for (const index of changes.absent) {
    candidates[index].presentIn = candidates[index].presentIn.filter(
      scope => scope !== order.scope,
    );
  }
  for (const [index, partner] of [...changes.opened, ...changes.reopened]) {
    const { key, attributesHash, finding } = scan.incoming[index];
    Object.assign(candidates[partner], {
      key,
      attributesHash,
      status: statusBySource(finding),
      leadScope: order.scope,
    });
  }
  for (const [index, partner] of changes.updated) {
    const { key, attributesHash } = scan.incoming[index];
    Object.assign(candidates[partner], {
      key,
      attributesHash,
      leadScope: order.scope,
    });
  }
  for (const [i, index] of changes.created.entries()) {
    const { key, attributesHash, finding } = scan.incoming[index];
    candidates.push({
      id: createdIds[i],
      key,
      attributesHash,
      status: order.counted ? statusBySource(finding) : 'unlisted',
      decided: false,
      type: finding.type,
      leadScope: order.scope,
      presentIn: [order.scope],
    });
  }
}
