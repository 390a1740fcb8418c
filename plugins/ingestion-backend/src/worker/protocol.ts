import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { ParsedEvidence, ParsedStatements } from '@synchrony/report-parsers';
import { Engine, Rows } from '../rows';

/** What the submitter says beside the body. */
export interface ParseRequest {
  format?: string;
  emptyMeansClean: boolean;
  /** Overrides what the report says. */
  tool?: string;
  category?: string;
}

/** A scan of a parsed report, without its findings, which stay in the worker. */
export interface ScanHeader {
  tool: string;
  category: string;
  branch?: string;
  commit?: string;
  /** Milliseconds since 1970. */
  scannedAt?: number;
  evidence: ParsedEvidence;
  evidenceReason?: string;
  controlTypes: ControlType[];
  /** Types of which it tells what is gone; all when undefined. */
  speaksFor?: ControlType[];
  /** Findings, each once. */
  reported: number;
  suppressed: number;
  /** Types of the findings. */
  types: ControlType[];
  /** The same for the same findings with the same attributes. */
  digest: string;
  /** Set when the report lists what the target consists of. */
  inventory?: InventoryHeader;
}

/** A list of components, without them. */
export interface InventoryHeader {
  /** Versions of packages, each once. */
  count: number;
  /** The same for the same components. */
  digest: string;
}

export interface ParsedHeader {
  format: string;
  scans: ScanHeader[];
  /** Set for a VEX document, which is no scan. */
  statements?: ParsedStatements;
}

/** A fault of the report, not of the machine. */
export interface FaultMessage {
  name: string;
  message: string;
  details: { path?: string; line?: number };
}

/** How to compare one scan. */
export interface ScanOrder {
  /** Index among {@link ParsedHeader.scans}. */
  scan: number;
  /** Id of the scope; negative for one that is about to be created. */
  scope: number;
  counted: boolean;
  complete: boolean;
  baseScopes: number[];
}

/** What a scan changes, as rows that go into statements as they are. */
export interface ScanPlan {
  scan: number;
  created: number;
  opened: number;
  reopened: number;
  updated: number;
  unchanged: number;
  /** Open findings among the created and opened that are not mild. */
  severe: { critical: number; high: number };
  createdRows: Rows[];
  /** Ids of the created, in the same pieces. */
  createdIds: Rows[];
  /** New attributes of known findings. */
  updatedRows: Rows[];
  /** Findings whose status changes for being seen, and to what. */
  openedRows: Rows[];
  reopenedRows: Rows[];
  restatedRows: Rows[];
  /** Ids of known findings that are new in the scope. */
  appearedIds: Rows[];
  /** Ids of findings that are not in the scope any more. */
  absentIds: Rows[];
  /** Whether its findings can be known vulnerabilities, as a scanner's rules are not. */
  aboutVulnerabilities: boolean;
  ruleRows: Rows[];
  tokenRows: Rows[];
}

/** The components of a scan, as rows that go into statements as they are. */
export interface InventoryPlan {
  scan: number;
  packageRows: Rows[];
  versionRows: Rows[];
  componentRows: Rows[];
  /** The keys of all components, in one piece. */
  keys: Rows[];
}

export type ToWorker =
  | { kind: 'begin'; request: ParseRequest }
  | { kind: 'body'; bytes: Uint8Array }
  | { kind: 'parse' }
  | {
      kind: 'reconcile';
      engine: Engine;
      candidates: string;
      orders: ScanOrder[];
    }
  | { kind: 'list-components'; engine: Engine; scans: number[] }
  | { kind: 'end' };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'parsed'; header: ParsedHeader }
  | { kind: 'fault'; fault: FaultMessage }
  | { kind: 'planned'; plans: ScanPlan[] }
  | { kind: 'listed'; plans: InventoryPlan[] };
