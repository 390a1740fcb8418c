/**
 * How much each benchmark works with. The targets are stated for `full`;
 * `quick` only shows that everything runs.
 */
export interface Sizes {
  /** Timed runs, after one warm-up; the figure is their median. */
  runs: number;
  /** Findings of the report that is imported. */
  findings: number;
  /** Rules that these findings are spread over. */
  rules: number;
  /** Findings that are stored when the same work is measured again. */
  stored: number[];
  /** Findings of each component that fills the store. */
  findingsOfCopy: number;
  /** What is stored when the gate is asked, and findings of the components it is asked for. */
  gate: { stored: number; small: number; large: number };
  /** Bytes of the large report. */
  largeReportBytes: number;
  /** Results of the report that is parsed, and of the one that shows linearity. */
  parsedResults: number;
  resultsOfOneRule: number;
  /** Edits of files in which findings are to be recognised. */
  edits: number;
  /** Entities with a scorecard. */
  entities: number;
  /** Entities with an SBOM, and components of each. */
  inventories: number;
  componentsOfInventory: number;
  /** Entities whose champions are asked for in one batch. */
  resolved: number;
  /** Components that a champion looks after, and findings of each. */
  desk: { components: number; findings: number };
  /** People with skills among whom is searched. */
  experts: number;
  /** Seconds for which routes are loaded. */
  loadSeconds: number;
  /** Entities and checks that are evaluated again. */
  recomputed: number;
  recomputedChecks: number;
  /** Single changes of facts that are followed to the screen. */
  changes: number;
  /** Weeks of history that are stored. */
  weeks: number;
  /** People who read, and seconds for which they do. */
  readers: number;
  readSeconds: number;
  /** Pages of components that are opened in a browser. */
  pages: number;
}

export const FULL_SIZES: Sizes = {
  runs: 3,
  findings: 20_000,
  rules: 200,
  stored: [0, 1_000_000, 5_000_000],
  findingsOfCopy: 2_000,
  gate: { stored: 1_000_000, small: 2_000, large: 100_000 },
  largeReportBytes: 50 * 1024 * 1024,
  parsedResults: 50_000,
  resultsOfOneRule: 10_000,
  edits: 2_000,
  entities: 1_000,
  inventories: 300,
  componentsOfInventory: 500,
  resolved: 10_000,
  desk: { components: 60, findings: 200 },
  experts: 10_000,
  loadSeconds: 5,
  recomputed: 10_000,
  recomputedChecks: 50,
  changes: 100,
  weeks: 52,
  readers: 200,
  readSeconds: 60,
  pages: 40,
};

export const QUICK_SIZES: Sizes = {
  runs: 1,
  findings: 500,
  rules: 50,
  stored: [0, 2_000],
  findingsOfCopy: 200,
  gate: { stored: 2_000, small: 100, large: 500 },
  largeReportBytes: 1024 * 1024,
  parsedResults: 2_000,
  resultsOfOneRule: 1_000,
  edits: 100,
  entities: 20,
  inventories: 10,
  componentsOfInventory: 50,
  resolved: 50,
  desk: { components: 5, findings: 20 },
  experts: 50,
  loadSeconds: 1,
  recomputed: 50,
  recomputedChecks: 50,
  changes: 3,
  weeks: 3,
  readers: 10,
  readSeconds: 2,
  pages: 3,
};

/** Keep-alive connections that load a route. */
export const CONNECTIONS = 8;

/** Checks that Tech Insights runs for an entity. */
export const PEER_CHECKS = 20;
