import {
  JsonObject,
  asIndex,
  asList,
  asObject,
  asText,
  isObject,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { addCwe, addCwesIn } from '../../shared/weaknesses';
import { advisoryIdsIn } from '../../shared/advisories';
import { cut } from '../../shared/text';
import { Taxonomies } from './taxonomies';

const TEXT_LENGTH = 20_000;

/** A reportingDescriptor, read once for all its results. */
export interface SarifRule {
  id: string;
  name?: string;
  summary?: string;
  description?: string;
  remediation?: string;
  links: string[];
  cwes: number[];
  advisoryIds: string[];
  tags: string[];
  level?: string;
  properties: JsonObject;
  messageStrings: JsonObject;
  globalMessageStrings: JsonObject;
}

interface Component {
  guid?: string;
  name?: string;
  descriptors: readonly unknown[];
  globalMessageStrings: JsonObject;
  described: Array<SarifRule | undefined>;
  byId: Map<string, number>;
  byGuid: Map<string, number>;
}

/** Markdown where there is some, else text. */
function multiformat(value: unknown): string | undefined {
  const message = asObject(value);
  return asText(message.markdown) ?? asText(message.text);
}

function plain(value: unknown): string | undefined {
  const message = asObject(value);
  return asText(message.text) ?? asText(message.markdown);
}

function toComponent(value: unknown): Component {
  const component = asObject(value);
  const descriptors = asList(component.rules);
  const byId = new Map<string, number>();
  const byGuid = new Map<string, number>();
  for (const [index, descriptor] of descriptors.entries()) {
    const id = asText(asObject(descriptor).id);
    const guid = asText(asObject(descriptor).guid);
    if (id && !byId.has(id)) byId.set(id, index);
    if (guid) byGuid.set(guid.toLowerCase(), index);
  }
  return {
    guid: asText(component.guid)?.toLowerCase(),
    name: asText(component.name),
    descriptors,
    globalMessageStrings: asObject(component.globalMessageStrings),
    described: [],
    byId,
    byGuid,
  };
}

function isIdOf(ruleId: string, descriptorId: unknown): boolean {
  return (
    typeof descriptorId === 'string' &&
    (ruleId === descriptorId || ruleId.startsWith(`${descriptorId}/`))
  );
}

/** Finds the rule of a result as SARIF 2.1.0 §3.27.5–7 and §3.52 say. */
export class RuleBook {
  readonly #driver: Component;
  readonly #extensions: Component[];
  readonly #taxonomies: Taxonomies;
  readonly #byRuleId = new Map<string, SarifRule | undefined>();

  constructor(tool: JsonObject, taxonomies: Taxonomies) {
    this.#driver = toComponent(tool.driver);
    this.#extensions = asList(tool.extensions).map(toComponent);
    this.#taxonomies = taxonomies;
  }

  /** The rule of a result; `undefined` when the report doesn't describe it. */
  find(result: JsonObject): SarifRule | undefined {
    if (isObject(result.rule)) {
      return this.resolve(
        result.rule,
        asText(result.ruleId),
        asIndex(result.ruleIndex),
      );
    }
    const ruleId = asText(result.ruleId);
    const index = asIndex(result.ruleIndex);
    return this.#lookUp(this.#driver, ruleId, index);
  }

  /** The rule that a reportingDescriptorReference names. */
  resolve(
    reference: JsonObject,
    ruleId?: string,
    ruleIndex?: number,
  ): SarifRule | undefined {
    const component = this.#component(asObject(reference.toolComponent));
    const guid = asText(reference.guid)?.toLowerCase();
    const byGuid = guid ? component.byGuid.get(guid) : undefined;
    if (byGuid !== undefined) return this.#describe(component, byGuid);
    return this.#lookUp(
      component,
      asText(reference.id) ?? ruleId,
      asIndex(reference.index) ?? ruleIndex,
    );
  }

  #component(reference: JsonObject): Component {
    const index = asIndex(reference.index);
    if (index !== undefined && this.#extensions[index]) {
      return this.#extensions[index];
    }
    const guid = asText(reference.guid)?.toLowerCase();
    const name = asText(reference.name);
    return (
      this.#extensions.find(
        extension =>
          (guid !== undefined && extension.guid === guid) ||
          (name !== undefined && extension.name === name),
      ) ?? this.#driver
    );
  }

  #lookUp(
    component: Component,
    ruleId: string | undefined,
    index: number | undefined,
  ): SarifRule | undefined {
    const indexed =
      index !== undefined ? component.descriptors[index] : undefined;
    // Some tools write a wrong index, so the id has the last word.
    if (
      index !== undefined &&
      indexed !== undefined &&
      (ruleId === undefined || isIdOf(ruleId, asObject(indexed).id))
    ) {
      return this.#describe(component, index);
    }
    if (ruleId === undefined) return undefined;
    if (component !== this.#driver) {
      const own = this.#byId(component, ruleId);
      if (own) return own;
    }
    if (!this.#byRuleId.has(ruleId)) {
      this.#byRuleId.set(ruleId, this.#anywhere(ruleId));
    }
    return this.#byRuleId.get(ruleId);
  }

  #anywhere(ruleId: string): SarifRule | undefined {
    for (
      let id = ruleId;
      id !== '';
      id = id.slice(0, Math.max(0, id.lastIndexOf('/')))
    ) {
      for (const component of [this.#driver, ...this.#extensions]) {
        const rule = this.#byId(component, id);
        if (rule) return rule;
      }
    }
    return undefined;
  }

  #byId(component: Component, id: string): SarifRule | undefined {
    const index = component.byId.get(id);
    return index === undefined ? undefined : this.#describe(component, index);
  }

  #describe(component: Component, index: number): SarifRule {
    const known = component.described[index];
    if (known) return known;
    const rule = this.#read(asObject(component.descriptors[index]), component);
    component.described[index] = rule;
    return rule;
  }

  #read(descriptor: JsonObject, component: Component): SarifRule {
    const id = asText(descriptor.id) ?? '';
    const properties = asObject(descriptor.properties);
    const tags = asList(properties.tags).filter(tag => typeof tag === 'string');
    const summary = plain(descriptor.shortDescription);
    const full = multiformat(descriptor.fullDescription);
    const name = asText(descriptor.name);
    const help = multiformat(descriptor.help);
    const description = full ?? summary;
    return {
      id,
      name,
      summary,
      description: description && cut(description, TEXT_LENGTH),
      remediation: help && cut(help, TEXT_LENGTH),
      links: toLinks([descriptor.helpUri, properties.helpUri]),
      cwes: this.#cwesOf(descriptor, properties, tags, summary, full),
      advisoryIds: advisoryIdsIn(id, name, summary, ...tags),
      tags,
      level: asText(asObject(descriptor.defaultConfiguration).level),
      properties,
      messageStrings: asObject(descriptor.messageStrings),
      globalMessageStrings: component.globalMessageStrings,
    };
  }

  #cwesOf(
    descriptor: JsonObject,
    properties: JsonObject,
    tags: readonly string[],
    ...texts: Array<string | undefined>
  ): number[] {
    const cwes = new Set<number>();
    for (const tag of tags) addCwesIn(cwes, tag);
    addCwesOfProperties(cwes, properties);
    for (const relationship of asList(descriptor.relationships)) {
      this.#taxonomies.addCwe(cwes, asObject(asObject(relationship).target));
    }
    // What a sentence says counts only where the report has no field for it.
    if (cwes.size === 0) for (const text of texts) addCwesIn(cwes, text);
    return [...cwes];
  }
}

/** Adds the CWE numbers that tools put into a property bag: `cwe`, `cwes`, `cweId`. */
export function addCwesOfProperties(
  cwes: Set<number>,
  properties: JsonObject,
): void {
  for (const value of [
    properties.cwe,
    properties.cwes,
    properties.cweId,
    properties.CWE,
  ]) {
    for (const entry of Array.isArray(value) ? value : [value]) {
      addCwesIn(cwes, entry);
      addCwe(cwes, entry);
    }
  }
}
