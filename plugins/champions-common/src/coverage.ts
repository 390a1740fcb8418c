import { AssignmentStatus, ChampionRole } from './assignments';

/** @public */
export const COVERAGE_STATES = [
  'covered',
  'covered_thin',
  'at_risk',
  'uncovered',
] as const;

/**
 * How well a scope is looked after: `covered` by an active champion with a
 * deputy; `covered_thin` without one, or by a person for more scopes than the
 * programme's limit; `at_risk` where the champion leaves or has lapsed;
 * `uncovered` by nobody who has accepted.
 *
 * @public
 */
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** Why coverage is not `covered`. @public */
export const COVERAGE_REASONS = [
  'no_deputy',
  'too_many_scopes',
  'stepping_down',
  'lapsed',
  'no_primary',
  'nobody',
] as const;

/** @public */
export type CoverageReason = (typeof COVERAGE_REASONS)[number];

/** A champion or deputy as everybody may know them. @public */
export interface ChampionContact {
  assignmentId: string;
  userRef: string;
  role: ChampionRole;
  status: AssignmentStatus;
  specialisms: string[];
  /** Since when the person is active. */
  since?: string;
  /** The day on which the person stops, where it is announced. */
  endsAt?: string;
}

/** Who is champion of an entity, by the nearest scope that has one. @public */
export interface EntityCoverage {
  entityRef: string;
  state: CoverageState;
  reasons: CoverageReason[];
  /** The scope that the assignments stand at; absent where uncovered. */
  scopeRef?: string;
  /** Whether that scope is another entity than this one. */
  isInherited: boolean;
  /** Only people whose assignment is public; lapsed ones are not named. */
  primary?: ChampionContact;
  deputies: ChampionContact[];
}

/** `GET /entities/{namespace}/{kind}/{name}/champions` @public */
export interface EntityChampions extends EntityCoverage {
  /** From near to far: where a champion could stand for it. */
  scopes: string[];
  /** Whether champions of this very entity are declared in the catalog. */
  isDeclared: boolean;
  /** Whether the reader may nominate for this entity. */
  mayNominate: boolean;
  asOf: string;
}

/** `POST /resolve`, up to 10,000 refs. Refs that are unknown are left out. @public */
export interface ResolvedChampions {
  items: EntityCoverage[];
  asOf: string;
}

/** Somebody who has accepted, and where: a pair of a relation. @public */
export interface ChampionRelation {
  entityRef: string;
  userRef: string;
}

/** `GET /relations`: for services and for who runs the programme. @public */
export interface ChampionRelations {
  /** Changes with every change; also sent as `ETag`. */
  version: string;
  items: ChampionRelation[];
}
