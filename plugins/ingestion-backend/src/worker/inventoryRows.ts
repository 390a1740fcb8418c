import { hash } from 'node:crypto';
import {
  PackageIdentity,
  ParsedInventory,
  ParsedInventoryComponent,
} from '@synchrony/report-parsers';
import { keyHash } from '../identity/hash';
import { Cell, cleanText, encodeRows, Engine } from '../rows';
import { InventoryPlan } from './protocol';

const SEPARATOR = '\u0000';

/** Key of a package, the same for whoever lists it. */
export function packageKey(identity: PackageIdentity): string {
  const { name, namespace, type } = identity;
  return keyHash([type, namespace, name].join(SEPARATOR));
}

/** Key of a version of a package. */
export function versionKey(ofPackage: string, version: string): string {
  return keyHash([ofPackage, version].join(SEPARATOR));
}

/** What people search for: namespace and name, whatever the case. */
export function fullKeyOf({ name, namespace }: PackageIdentity): string {
  return (namespace ? `${namespace}/${name}` : name).toLowerCase();
}

/** A component, with what several entries of one version say of it. */
type Merged = Pick<
  ParsedInventoryComponent,
  'direct' | 'kind' | 'licences' | 'scope'
>;

/** The most is what counts: what is required once is required. */
const USAGES = ['required', undefined, 'optional', 'excluded'] as const;

function merge(one: Merged, other: Merged): Merged {
  const usage = Math.min(
    USAGES.indexOf(one.scope),
    USAGES.indexOf(other.scope),
  );
  return {
    kind: one.kind ?? other.kind,
    licences: one.licences.length > 0 ? one.licences : other.licences,
    scope: USAGES[usage],
    direct: one.direct || other.direct ? true : (one.direct ?? other.direct),
  };
}

/** The packages of a scan as rows, each version once. */
export class InventoryRows {
  readonly #packages = new Map<string, Cell[]>();
  readonly #versions = new Map<string, Cell[]>();
  readonly #components = new Map<string, Merged>();
  #digest: string | undefined;

  constructor(inventory: ParsedInventory) {
    for (const component of inventory.components) {
      this.#add(component);
    }
  }

  get count(): number {
    return this.#components.size;
  }

  /** The same for the same components, in whatever order. */
  get digest(): string {
    this.#digest ??= hash(
      'sha256',
      JSON.stringify(this.#componentRows()),
      'base64url',
    );
    return this.#digest;
  }

  /**
   * All keys in order: two reports that store the same new packages at a time
   * must not wait for each other crosswise.
   */
  toPlan(scan: number, engine: Engine): InventoryPlan {
    const sorted = (rows: Map<string, Cell[]>) =>
      [...rows].sort(byKey).map(([, cells]) => cells);
    const components = this.#componentRows();
    return {
      scan,
      packageRows: encodeRows(engine, sorted(this.#packages)),
      versionRows: encodeRows(engine, sorted(this.#versions)),
      componentRows: encodeRows(engine, components),
      keys: encodeRows(
        engine,
        components.map(([key]) => [key]),
        components.length,
      ),
    };
  }

  #add(component: ParsedInventoryComponent): void {
    const identity = {
      type: component.type,
      namespace: cleanText(component.namespace),
      name: cleanText(component.name),
    };
    const version = cleanText(component.version ?? '');
    const ofPackage = packageKey(identity);
    const key = versionKey(ofPackage, version);
    if (!this.#packages.has(ofPackage)) {
      this.#packages.set(ofPackage, [
        ofPackage,
        identity.type,
        identity.namespace,
        identity.name,
        cleanText(component.displayName),
        identity.name.toLowerCase(),
        fullKeyOf(identity),
      ]);
    }
    if (!this.#versions.has(key)) {
      this.#versions.set(key, [key, ofPackage, version]);
    }
    const known = this.#components.get(key);
    this.#components.set(key, known ? merge(known, component) : component);
  }

  #componentRows(): Cell[][] {
    return [...this.#components]
      .sort(byKey)
      .map(([key, { direct, kind, licences, scope }]) => [
        key,
        kind ? cleanText(kind) : null,
        scope ?? null,
        direct ?? null,
        licences.length > 0 ? cleanText(JSON.stringify(licences)) : null,
      ]);
  }
}

function byKey([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}
