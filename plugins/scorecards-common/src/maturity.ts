/** A check that gives evidence for an activity. @public */
export interface MaturityCheck {
  id: string;
  /** Absent while no scorecard in use has the check. */
  title?: string;
}

/** How far evidence supports an activity of a maturity model. @public */
export interface MaturityActivity {
  id: string;
  title: string;
  /** Practice or sub-dimension of the model. */
  group: string;
  /** Maturity level in the model. */
  level: number;
  checks: MaturityCheck[];
  /** Components to which at least one of the checks applies. */
  applicable: number;
  /** Those of them in which all checks that apply pass; waived is not passed. */
  supported: number;
}

/**
 * What the evidence supports of a maturity model. It says nothing about what no
 * check looks at, and it is no assessment: "supports", never "complies".
 *
 * @public
 */
export interface MaturityReport {
  model: MaturityModelInfo;
  activities: MaturityActivity[];
  /** True when only the first 10,000 components could be looked at. */
  totalIsLowerBound?: boolean;
  /** ISO 8601, UTC. */
  asOf: string;
}

/** @public */
export interface MaturityModelInfo {
  id: string;
  title: string;
  version: string;
  url: string;
}

/** A component behind a number of a {@link MaturityActivity}. @public */
export interface MaturityEntity {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  supported: boolean;
}

/** @public */
export interface MaturityEntitiesQuery {
  model: string;
  activity: string;
  within?: string;
  /** Id of the scorecard whose outcomes count; Essentials when absent. */
  scorecard?: string;
  /** Only those in which it is supported, or only the others. */
  supported?: boolean;
  cursor?: string;
}

/** @public */
export interface MaturityEntitiesPage {
  items: MaturityEntity[];
  pageInfo: { nextCursor?: string };
}

/** Reading of what evidence supports of maturity models. @public */
export interface MaturityApi {
  /** `GET /maturity` */
  getMaturityModels(): Promise<{ models: MaturityModelInfo[] }>;
  /** `GET /maturity/{model}`, of a group, system or domain, or of everything. */
  getMaturity(
    model: string,
    query?: { within?: string; scorecard?: string },
  ): Promise<MaturityReport>;
  /** `GET /maturity/{model}/{activity}/entities`, by ref. */
  getMaturityEntities(
    query: MaturityEntitiesQuery,
  ): Promise<MaturityEntitiesPage>;
}
