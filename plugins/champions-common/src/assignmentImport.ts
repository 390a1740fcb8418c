import { ChampionRole } from './assignments';

/**
 * One assignment of a programme that ran before the portal knew of it. Times
 * are ISO 8601 and lie in the past.
 *
 * @public
 */
export interface AssignmentImport {
  userRef: string;
  /** A Group, System, Domain or Component. */
  scopeRef: string;
  role: ChampionRole;
  /** Ids of the programme's specialisms. */
  specialisms?: string[];
  /** Share of working time that was agreed, in percent. */
  capacityPct: number;
  /** `acceptedAt` when absent. */
  nominatedAt?: string;
  /** When the person said yes. */
  acceptedAt: string;
  /** Where that can be read: a mail, minutes, a signed form. */
  consentRecord: string;
  /** Since when the person is active; `acceptedAt` when absent. */
  startedAt?: string;
  /** When the person last confirmed it; `startedAt` when absent. */
  confirmedAt?: string;
}

/** `POST /assignments/import`, up to 500 at once @public */
export interface AssignmentImportInput {
  items: AssignmentImport[];
}

/** @public */
export interface AssignmentImportResult {
  /** How many became active. */
  imported: number;
  /** How many stood there already, in whatever status, and were left alone. */
  existing: number;
}
