import { randomBytes } from 'node:crypto';
import {
  Candidate,
  reconcile,
  Reconciliation,
  statusBySource,
  StoredStatus,
} from '../reconcile';
import { ScanOrder, ScanPlan } from './protocol';
import { Scan } from './toScans';

/** Rows of one statement: few enough that none takes long. */
const ROWS_A_STATEMENT = 1000;

type CandidateTuple = [
  id: string,
  key: string,
  attributesHash: string,
  status: StoredStatus,
  leadScope: number,
  presentIn: string | null,
];

export function readCandidates(text: string): Candidate[] {
  const tuples: CandidateTuple[] = JSON.parse(text);
  return tuples.map(
    ([id, key, attributesHash, status, leadScope, presentIn]) => ({
      id,
      key,
      attributesHash,
      status,
      leadScope,
      presentIn: presentIn ? presentIn.split(',').map(Number) : [],
    }),
  );
}

/** Ids begin with the time, so that an index grows at its end. */
function* newIds(now: number): Generator<string> {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(Math.floor(now / 1000) % 2 ** 32);
  while (true) {
    const random = randomBytes(8 * 512);
    for (let start = 0; start < random.length; start += 8) {
      yield Buffer.concat([prefix, random.subarray(start, start + 8)]).toString(
        'base64url',
      );
    }
  }
}

function inLists(items: string[]): string[] {
  const lists: string[] = [];
  for (let start = 0; start < items.length; start += ROWS_A_STATEMENT) {
    lists.push(`[${items.slice(start, start + ROWS_A_STATEMENT).join(',')}]`);
  }
  return lists;
}

/**
 * Compares the scans of a report with what is stored, one after the other:
 * what one of them makes is known to the next.
 */
export function toPlans(
  scans: Scan[],
  candidates: Candidate[],
  orders: ScanOrder[],
  now: number,
): ScanPlan[] {
  const ids = newIds(now);
  return orders.map(order => {
    const scan = scans[order.scan];
    const changes = reconcile(scan.incoming, candidates, order);
    const createdIds = changes.created.map(() => ids.next().value as string);
    const plan = toPlan(scan, candidates, order, changes, createdIds);
    if (orders.length > 1) {
      remember(scan, candidates, order, changes, createdIds);
    }
    return plan;
  });
}

function toPlan(
  scan: Scan,
  candidates: Candidate[],
  order: ScanOrder,
  changes: Reconciliation,
  createdIds: string[],
): ScanPlan {
  const rules = new Map<string, { row: string; tokens: string[] }>();
  const createdRows: string[] = [];
  for (const [i, index] of changes.created.entries()) {
    const { row, rule } = scan.rows[index];
    const status = order.counted
      ? statusBySource(scan.incoming[index].finding)
      : 'unlisted';
    createdRows.push(
      `{"id":"${createdIds[i]}","status":"${status}",${row.slice(1)}`,
    );
    rules.set(rule.key, rule);
  }
  const updatedRows: string[] = [];
  for (const [index, partner] of [
    ...changes.updated,
    ...changes.opened,
    ...changes.reopened,
  ]) {
    const { row, rule } = scan.rows[index];
    updatedRows.push(`{"id":"${candidates[partner].id}",${row.slice(1)}`);
    rules.set(rule.key, rule);
  }
  const statusRows = (pairs: [number, number][]) =>
    inLists(
      pairs.map(
        ([index, partner]) =>
          `{"id":"${candidates[partner].id}","status":"${statusBySource(scan.incoming[index].finding)}"}`,
      ),
    );
  const candidateIds = (indices: number[]) =>
    inLists(indices.map(index => `"${candidates[index].id}"`));
  return {
    scan: order.scan,
    created: changes.created.length,
    opened: changes.opened.length,
    reopened: changes.reopened.length,
    updated: changes.updated.length,
    unchanged: changes.unchanged,
    createdRows: inLists(createdRows),
    createdIds: inLists(createdIds.map(id => `"${id}"`)),
    updatedRows: inLists(updatedRows),
    openedRows: statusRows(changes.opened),
    reopenedRows: statusRows(changes.reopened),
    restatedRows: statusRows(changes.restated),
    appearedIds: candidateIds(changes.appeared),
    absentIds: candidateIds(changes.absent),
    ruleRows: inLists([...rules.values()].map(rule => rule.row)),
    tokenRows: inLists(
      [...rules].flatMap(([key, { tokens }]) =>
        tokens.map(token => JSON.stringify({ token, rule_key: key })),
      ),
    ),
  };
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
      leadScope: order.scope,
      presentIn: [order.scope],
    });
  }
}
