/** A relation of an entity that lists, roll-ups and rules need. @public */
export interface EntityRowRelation {
  type: string;
  targetRef: string;
}

/** What a plugin keeps of a catalog entity. @public */
export interface EntityRow {
  /** Lower-cased. */
  entityRef: string;
  uid?: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  ownerRef?: string;
  systemRef?: string;
  type?: string;
  lifecycle?: string;
  /** Only those under `synchrony.io/`, and where source and descriptor are. */
  annotations: Record<string, string>;
  /** Only owner, system, parents, provided APIs and groups of a user. */
  relations: EntityRowRelation[];
  /** When the catalog said so, ISO 8601. */
  asOf: string;
}

/** Which content of an entity is known. @public */
export interface EntityHash {
  /** Changes whenever anything that an {@link EntityRow} keeps does. */
  hash: string;
  ownerRef?: string;
}

/** @public */
export interface EntityChange {
  changed: EntityRow[];
  removed: string[];
}

/**
 * What a plugin keeps of the catalog, which stays the truth.
 *
 * @public
 */
export interface EntityProjection {
  /**
   * Entities by ref. One that is not known yet is asked of the catalog at
   * once; `undefined` means that the catalog says that it does not exist. A
   * catalog that does not answer throws `ServiceUnavailableError`: try again,
   * and never take it for absence.
   */
  get(entityRefs: string[]): Promise<Map<string, EntityRow | undefined>>;
  /**
   * What is known of entities by now, by ref. The catalog is not asked, so one
   * that is absent here may well exist.
   */
  hashes(entityRefs: string[]): Promise<Map<string, EntityHash>>;
  /**
   * Compares everything with the catalog now and tells the listeners. An
   * entity counts as removed after two complete sweeps without it.
   */
  sweep(): Promise<void>;
  /**
   * Adds a listener. A change is told again until every listener has taken it
   * in without an error.
   */
  onChange(listener: (change: EntityChange) => Promise<void>): void;
  /** Sweeps from now on, on one replica at a time. */
  start(): void;
  stop(): Promise<void>;
}
