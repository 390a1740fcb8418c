import { ParsedProduct } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  optionalList,
  requireObject,
} from '../../shared/json';
import { asPurl, shortText } from '../vex/StatementCollector';

interface Named {
  name?: string;
  purl?: string;
}

interface Relationship extends Named {
  component: string;
  platform: string;
}

/** Products that are parts of products that are parts: deeper is no real document. */
const DEEPEST = 8;

function hasVersion(purl: string): boolean {
  return purl.split(/[?#]/, 1)[0].lastIndexOf('@') > purl.lastIndexOf('/');
}

function named(product: JsonObject): Named {
  const helper = asObject(product.product_identification_helper);
  return {
    name: shortText(asText(product.name)),
    // Since 2.1 there may be several, which name the same product.
    purl: asPurl(asText(helper.purl) ?? asText(asList(helper.purls)[0])),
  };
}

/** The products of a `product_tree`, by `product_id`. */
export class ProductTree {
  readonly #products = new Map<string, Named>();
  readonly #relationships = new Map<string, Relationship>();
  readonly #groups = new Map<string, string[]>();

  constructor(tree: JsonObject, path: string) {
    this.#readBranches(tree, path);
    for (const value of optionalList(tree, 'full_product_names', path)) {
      this.#add(value);
    }
    for (const value of optionalList(tree, 'relationships', path)) {
      this.#addRelationship(asObject(value));
    }
    for (const value of optionalList(tree, 'product_groups', path)) {
      const group = asObject(value);
      const id = asText(group.group_id);
      if (id) {
        const ids = asList(group.product_ids);
        this.#groups.set(
          id,
          ids.flatMap(product => asText(product) ?? []),
        );
      }
    }
  }

  /** The product ids that a flag, threat or remediation names. */
  idsNamedBy(value: JsonObject): string[] {
    return [
      ...asList(value.product_ids).flatMap(id => asText(id) ?? []),
      ...asList(value.group_ids).flatMap(
        id => this.#groups.get(asText(id) ?? '') ?? [],
      ),
    ];
  }

  /**
   * A part of a platform is told by its own package URL when that has a
   * version; else only on that platform.
   */
  resolve(id: string, depth = 0): ParsedProduct {
    const relationship = this.#relationships.get(id);
    const own = this.#products.get(id) ?? relationship;
    if (!relationship || own?.purl || depth > DEEPEST) {
      return { id, ...own, subcomponents: [], ...nameOnly(own) };
    }
    const component = this.resolve(relationship.component, depth + 1);
    if (component.purl && hasVersion(component.purl)) {
      return { ...component, id };
    }
    const platform = this.#products.get(relationship.platform);
    return {
      id: relationship.platform,
      ...nameOnly(platform),
      subcomponents: [{ id, purl: component.purl }],
    };
  }

  #add(value: unknown): void {
    const product = asObject(value);
    const id = asText(product.product_id);
    if (id) this.#products.set(id, named(product));
  }

  #addRelationship(value: JsonObject): void {
    const product = asObject(value.full_product_name);
    const id = asText(product.product_id);
    const component = asText(value.product_reference);
    const platform = asText(value.relates_to_product_reference);
    if (id && component && platform) {
      this.#relationships.set(id, { ...named(product), component, platform });
    }
  }

  /** Branches hold branches; a list of what is still to be read instead of a recursion. */
  #readBranches(tree: JsonObject, path: string): void {
    const waiting = [{ parent: tree, path }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const list = optionalList(next.parent, 'branches', next.path);
      for (const [index, value] of list.entries()) {
        const place = `${next.path}/branches/${index}`;
        const branch = requireObject(value, place);
        this.#add(branch.product);
        waiting.push({ parent: branch, path: place });
      }
    }
  }
}

function nameOnly(product: Named | undefined): Named {
  return product ? { name: product.name, purl: product.purl } : {};
}
