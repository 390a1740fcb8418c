import { Page } from './types';

/** Longest reason of a retired scan: it is noted with each of its findings. @public */
export const LONGEST_RETIRE_REASON = 300;

/**
 * Where scans of an entity are told apart: what one of them no longer reports
 * is gone from there, and from nowhere else.
 *
 * @public
 */
export interface EntityScope {
  id: string;
  tool: string;
  category?: string;
  /** Branch or tag. */
  ref?: string;
  environment?: string;
  /** Whether it is of the default ref, and so counts for status and facts. */
  counts: boolean;
  lastScanAt: string;
  /** Absent while no scan was complete. */
  lastCompleteAt?: string;
  lastReportId: string;
  /** How many findings it shows now. */
  findings: number;
  /** Set from when a person said that it will not report again, until it does. */
  retired?: { at: string; by: string; reason: string };
}

/** @public */
export interface EntityScopesQuery {
  /** Those that are retired, instead of those that are not. */
  retired?: boolean;
  cursor?: string;
  limit?: number;
}

/** Scopes of an entity, the longest silent first. @public */
export interface EntityScopesPage extends Page<EntityScope> {
  /** Whether the caller may retire them. */
  mayRetire: boolean;
}

/** @public */
export interface RetireScopeRequest {
  /** Up to {@link LONGEST_RETIRE_REASON} characters. */
  reason: string;
}

/** @public */
export interface RetireScopeAnswer {
  /** Findings that nobody else sees, and that are resolved now. */
  resolved: number;
  scope: EntityScope;
}

/** The scans of an entity, and ending those that come no more. @public */
export interface EntityScopesApi {
  /** `GET /entities/{namespace}/{kind}/{name}/scopes` */
  getScopes(
    entityRef: string,
    query?: EntityScopesQuery,
  ): Promise<EntityScopesPage>;
  /** `POST /entities/{namespace}/{kind}/{name}/scopes/{id}/retire` */
  retireScope(
    entityRef: string,
    id: string,
    request: RetireScopeRequest,
  ): Promise<RetireScopeAnswer>;
}
