import { hash } from 'node:crypto';
import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import {
  ParsedFinding,
  ParsedReport,
  ParsedRun,
  joinInventories,
  joinSpeaksFor,
} from '@synchrony/report-parsers';
import { collapse } from '../identity';
import { Incoming, isSuppressed } from '../reconcile';
import { AttributesRow, RuleRows, toAttributesRow } from './findingRow';
import { InventoryRows } from './inventoryRows';
import { cleanText } from '../rows';
import { ParseRequest, ScanHeader } from './protocol';

/** A scan with its findings and what would be stored of them. */
export interface Scan {
  header: ScanHeader;
  incoming: Incoming[];
  rows: AttributesRow[];
  /** What the target consists of, when the report says so. */
  inventory?: InventoryRows;
}

const LONGEST_NAME = 200;

/**
 * Runs as scans, one for each scope. What the submitter says about tool and
 * category can make two runs one: then they are parts of one scan, since the
 * second would resolve what the first found.
 */
export function toScans(report: ParsedReport, request: ParseRequest): Scan[] {
  const byScope = new Map<string, ParsedRun>();
  for (const run of report.runs) {
    const tool = nameOf(request.tool ?? run.tool.name);
    const category = nameOf(request.category ?? run.category ?? '');
    const branch = optionalNameOf(run.branch);
    const commit = optionalNameOf(run.commit);
    const key = JSON.stringify([tool, category, branch ?? '']);
    const known = byScope.get(key);
    byScope.set(
      key,
      known
        ? join(known, run)
        : {
            ...run,
            tool: { ...run.tool, name: tool },
            category,
            branch,
            commit,
          },
    );
  }
  return [...byScope.values()].map(toScan);
}

function nameOf(text: string): string {
  return cleanText(text).trim().slice(0, LONGEST_NAME);
}

/** Undefined where the report says nothing of it. */
function optionalNameOf(text: string | undefined): string | undefined {
  return nameOf(text ?? '') || undefined;
}

function join(one: ParsedRun, other: ParsedRun): ParsedRun {
  const findings: ParsedFinding[] = [];
  for (const run of [one, other]) {
    for (const finding of run.findings) {
      findings.push(finding);
    }
  }
  const weaker = [one, other].find(run => run.evidence !== 'scan');
  return {
    ...one,
    findings,
    evidence:
      one.evidence !== other.evidence && findings.length > 0
        ? 'partial'
        : (weaker ?? one).evidence,
    evidenceReason: weaker?.evidenceReason,
    controlTypes: [...new Set([...one.controlTypes, ...other.controlTypes])],
    speaksFor: joinSpeaksFor(one, other),
    inventory: joinInventories(one.inventory, other.inventory),
  };
}

function toScan(run: ParsedRun): Scan {
  const rules = new RuleRows();
  const incoming: Incoming[] = [];
  const rows: AttributesRow[] = [];
  for (const identified of collapse(run.tool.name, run.findings)) {
    const row = toAttributesRow(identified, rules);
    rows.push(row);
    incoming.push({ ...identified, attributesHash: row.hash });
  }
  const scannedAt = run.scannedAt ? Date.parse(run.scannedAt) : NaN;
  const inventory = run.inventory && new InventoryRows(run.inventory);
  return {
    incoming,
    rows,
    inventory,
    header: {
      tool: run.tool.name,
      category: run.category ?? '',
      branch: run.branch,
      commit: run.commit,
      scannedAt: Number.isNaN(scannedAt) ? undefined : scannedAt,
      evidence: run.evidence,
      evidenceReason: run.evidenceReason && cleanText(run.evidenceReason),
      controlTypes: run.controlTypes,
      reported: incoming.length,
      suppressed: incoming.filter(({ finding }) => isSuppressed(finding))
        .length,
      types: typesOf(incoming),
      digest: digestOf(incoming, run.speaksFor),
      speaksFor: run.speaksFor,
      inventory: inventory && {
        count: inventory.count,
        digest: inventory.digest,
      },
    },
  };
}

function typesOf(incoming: Incoming[]): ControlType[] {
  return [...new Set(incoming.map(({ finding }) => finding.type))];
}

/**
 * The hash of the attributes covers the identity, too. Two scans that list the
 * same but looked for something else say different things.
 */
function digestOf(incoming: Incoming[], speaksFor?: ControlType[]): string {
  const hashes = incoming.map(item => item.attributesHash).sort();
  if (speaksFor) {
    hashes.push([...speaksFor].sort().join());
  }
  return hash('sha256', hashes.join('\n'), 'base64url');
}
