import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { IdentifiedFinding } from '../identity';

/**
 * What is stored of a finding that may be the same as an incoming one.
 * `unlisted` are findings that were never seen in a scope that counts, such as
 * those of other branches only.
 */
export type StoredStatus =
  'open' | 'resolved' | 'dismissed' | 'risk_accepted' | 'unlisted';

/** A stored finding of the entity. */
export interface Candidate {
  id: string;
  /** Encoded identity. */
  key: string;
  attributesHash: string;
  status: StoredStatus;
  /**
   * Whether a person or a VEX statement decided on it: then a suppression has
   * no say in its status.
   */
  decided: boolean;
  type: ControlType;
  /** The scope whose words its attributes are. */
  leadScope: number;
  /** Scopes in which it is present now. */
  presentIn: number[];
}

/** An incoming finding with the hash of what is stored of it. */
export interface Incoming extends IdentifiedFinding {
  attributesHash: string;
}

/** What is known of the scan when its findings are compared. */
export interface ScanScope {
  /** Id of the scope; negative for one that is about to be created. */
  scope: number;
  /** On the default ref, or without a ref. */
  counted: boolean;
  /** A partial scan never says that something is gone. */
  complete: boolean;
  /** Types of which it tells what is gone; all when undefined. */
  speaksFor?: ControlType[];
  /** Scopes of the same tool and category on the default ref. */
  baseScopes: number[];
}

/** Everything that a scan changes, as indices of incoming and of candidates. */
export interface Reconciliation {
  /** The index of the candidate of each incoming finding, or NONE. */
  partners: Int32Array;
  /** Not known before. */
  created: number[];
  /** Known from other branches only, and now in a scope that counts. */
  opened: [incoming: number, candidate: number][];
  reopened: [incoming: number, candidate: number][];
  /** Attributes changed. */
  updated: [incoming: number, candidate: number][];
  unchanged: number;
  /** Findings whose status follows from a changed suppression. */
  restated: [incoming: number, candidate: number][];
  /** Known findings that are new in this scope. */
  appeared: number[];
  /** Present in this scope before, and not any more. */
  absent: number[];
}
