/** A component of a BOM, in the words of CycloneDX. */
export interface BomComponent {
  ref?: string;
  type?: string;
  group?: string;
  name?: string;
  version?: string;
  purl?: string;
  scope?: string;
  licences?: string[];
}

/** A rating of a vulnerability. */
export interface BomRating {
  severity?: string;
  score?: string;
  method?: string;
  vector?: string;
}

/** A component that a vulnerability affects. */
export interface BomTarget {
  ref?: string;
  versions: Array<{ version?: string; range?: string; status?: string }>;
}

/** A vulnerability, of the core specification or of the older extension. */
export interface BomVulnerability {
  id?: string;
  sourceName?: string;
  sourceUrl?: string;
  references: string[];
  ratings: BomRating[];
  cwes: string[];
  description?: string;
  detail?: string;
  recommendation?: string;
  advisories: string[];
  analysis?: {
    state?: string;
    justification?: string;
    detail?: string;
    responses?: string[];
    firstIssued?: string;
    lastUpdated?: string;
  };
  targets: BomTarget[];
}

/** A BOM as far as findings are made of it; the same for JSON and XML. */
export interface Bom {
  serialNumber?: string;
  version?: string;
  timestamp?: string;
  author?: string;
  tools: Array<{ name?: string; version?: string }>;
  subject?: BomComponent;
  /** `bom-ref` of the subject. */
  subjectRef?: string;
  /** Whether it lists any component besides the subject. */
  listsComponents: boolean;
  /** By `bom-ref`. */
  components: Map<string, BomComponent>;
  /** All components, also those without a `bom-ref`; no services. */
  listed: BomComponent[];
  /** What depends on what, by `bom-ref`; undefined without a graph. */
  dependencies?: Map<string, string[]>;
  /** Undefined when the document has no list of vulnerabilities at all. */
  vulnerabilities?: BomVulnerability[];
}
