import {
  JsonObject,
  asIndex,
  asList,
  asObject,
  asText,
} from '../../shared/json';
import { addCwe, addCwesIn } from '../../shared/weaknesses';

/** The CWE numbers behind references into `run.taxonomies` (SARIF 2.1.0 §3.27.8, §3.49.13). */
export class Taxonomies {
  readonly #taxonomies: JsonObject[];

  constructor(run: JsonObject) {
    this.#taxonomies = asList(run.taxonomies).map(asObject);
  }

  /** Adds the weakness that a reportingDescriptorReference names, if it is a CWE. */
  addCwe(cwes: Set<number>, reference: JsonObject): void {
    const component = asObject(reference.toolComponent);
    const taxonomy = this.#find(component);
    const index = asIndex(reference.index);
    const taxon =
      index === undefined ? undefined : asList(taxonomy?.taxa)[index];
    const id = asText(reference.id) ?? asText(asObject(taxon).id);
    if (!id) return;
    const name = asText(component.name) ?? asText(taxonomy?.name);
    if (name && /^cwe\b|common weakness/i.test(name)) addCwe(cwes, id);
    addCwesIn(cwes, id);
  }

  #find(reference: JsonObject): JsonObject | undefined {
    const index = asIndex(reference.index);
    const guid = asText(reference.guid)?.toLowerCase();
    const name = asText(reference.name);
    return (
      this.#taxonomies.find(
        taxonomy =>
          (guid !== undefined &&
            asText(taxonomy.guid)?.toLowerCase() === guid) ||
          (name !== undefined && taxonomy.name === name),
      ) ?? (index === undefined ? undefined : this.#taxonomies[index])
    );
  }
}
