import { ReportFormat } from '../../types';
import {
  XmlElement,
  childOf,
  childrenOf,
  readXml,
  textOf,
} from '../../decode/readXml';
import { toRuns } from '../cyclonedx/findings';
import {
  Bom,
  BomComponent,
  BomTarget,
  BomVulnerability,
} from '../cyclonedx/model';

const BOM = /^http:\/\/cyclonedx\.org\/schema\/bom\/1\.\d+$/;
const EXTENSION = 'http://cyclonedx.org/schema/ext/vulnerability/1.0';

const COMPONENT_FIELDS = new Set(['group', 'name', 'version', 'purl']);

function textsOf(list: XmlElement | undefined, name: string): string[] {
  return childrenOf(list, name)
    .map(element => element.text.trim())
    .filter(Boolean);
}

function toTarget(element: XmlElement): BomTarget {
  return {
    ref: textOf(element, 'ref'),
    versions: childrenOf(childOf(element, 'versions'), 'version').map(
      version => ({
        version: textOf(version, 'version'),
        range: textOf(version, 'range'),
        status: textOf(version, 'status'),
      }),
    ),
  };
}

function toCore(element: XmlElement): BomVulnerability {
  const source = childOf(element, 'source');
  const analysis = childOf(element, 'analysis');
  return {
    id: textOf(element, 'id'),
    sourceName: textOf(source, 'name'),
    sourceUrl: textOf(source, 'url'),
    references: childrenOf(childOf(element, 'references'), 'reference').flatMap(
      reference => textOf(reference, 'id') ?? [],
    ),
    ratings: childrenOf(childOf(element, 'ratings'), 'rating').map(rating => ({
      severity: textOf(rating, 'severity'),
      score: textOf(rating, 'score'),
      method: textOf(rating, 'method'),
      vector: textOf(rating, 'vector'),
    })),
    cwes: textsOf(childOf(element, 'cwes'), 'cwe'),
    description: textOf(element, 'description'),
    detail: textOf(element, 'detail'),
    recommendation: textOf(element, 'recommendation'),
    advisories: childrenOf(childOf(element, 'advisories'), 'advisory').flatMap(
      advisory => textOf(advisory, 'url') ?? [],
    ),
    analysis: {
      state: textOf(analysis, 'state'),
      justification: textOf(analysis, 'justification'),
      detail: textOf(analysis, 'detail'),
      responses: textsOf(childOf(analysis, 'responses'), 'response'),
      firstIssued: textOf(analysis, 'firstIssued'),
      lastUpdated: textOf(analysis, 'lastUpdated'),
    },
    targets: childrenOf(childOf(element, 'affects'), 'target').map(toTarget),
  };
}

/** The extension of 2019: the vulnerability stands in the component that it affects. */
function toExtension(element: XmlElement, ref: string): BomVulnerability {
  const source = childOf(element, 'source');
  const recommendations = textsOf(
    childOf(element, 'recommendations'),
    'recommendation',
  );
  return {
    id: textOf(element, 'id'),
    sourceName: source?.attributes.name,
    sourceUrl: textOf(source, 'url'),
    references: [],
    ratings: childrenOf(childOf(element, 'ratings'), 'rating').map(rating => ({
      severity: textOf(rating, 'severity'),
      score: textOf(childOf(rating, 'score'), 'base'),
      method: textOf(rating, 'method'),
      vector: textOf(rating, 'vector'),
    })),
    cwes: textsOf(childOf(element, 'cwes'), 'cwe'),
    description: textOf(element, 'description'),
    recommendation: recommendations.join('\n') || undefined,
    advisories: textsOf(childOf(element, 'advisories'), 'advisory'),
    targets: [{ ref, versions: [] }],
  };
}

interface OpenComponent {
  component: BomComponent;
  ref: string;
  depth: number;
}

/** Builds a BOM from elements as they come, without holding the document. */
class BomReader {
  readonly bom: Bom = {
    tools: [],
    listsComponents: false,
    components: new Map(),
  };
  readonly #open: OpenComponent[] = [];
  #vulnerabilities: BomVulnerability[] | undefined;
  #unnamed = 0;

  open(element: XmlElement, path: readonly string[]): boolean {
    const { attributes, name, namespace } = element;
    const parent = path.at(-2);
    if (path.length === 1) {
      this.bom.serialNumber = attributes.serialNumber;
      this.bom.version = attributes.version;
    }
    if (name === 'vulnerabilities' && BOM.test(namespace)) {
      this.#vulnerabilities ??= [];
    }
    if (name === 'vulnerability') return parent === 'vulnerabilities';
    if (name === 'tool' && parent === 'tools') return true;
    if (name === 'component' || name === 'service') {
      // Tools are components since 1.5, but not of what the BOM is about.
      if (path.includes('tools')) return true;
      this.#openComponent(element, path);
    }
    return false;
  }

  whole(element: XmlElement): void {
    if (element.name !== 'vulnerability') {
      this.bom.tools.push({
        name: textOf(element, 'name'),
        version: textOf(element, 'version'),
      });
      return;
    }
    this.#vulnerabilities ??= [];
    const owner = this.#open.at(-1);
    this.#vulnerabilities.push(
      element.namespace === EXTENSION && owner
        ? toExtension(element, owner.ref)
        : toCore(element),
    );
  }

  close(element: XmlElement, path: readonly string[]): void {
    const current = this.#open.at(-1);
    if (path.length === 3 && path[1] === 'metadata') {
      if (element.name === 'timestamp')
        this.bom.timestamp = element.text.trim();
    }
    if (current?.depth === path.length) this.#open.pop();
    if (current?.depth !== path.length - 1) return;
    if (COMPONENT_FIELDS.has(element.name) && BOM.test(element.namespace)) {
      const field = element.name as 'group' | 'name' | 'version' | 'purl';
      current.component[field] = element.text.trim() || undefined;
    }
  }

  finish(): Bom {
    return { ...this.bom, vulnerabilities: this.#vulnerabilities };
  }

  #openComponent(element: XmlElement, path: readonly string[]): void {
    const component: BomComponent = { type: element.attributes.type };
    this.#unnamed += 1;
    const ref = element.attributes['bom-ref'] ?? `#${this.#unnamed}`;
    this.bom.components.set(ref, component);
    if (path.length === 3 && path[1] === 'metadata') {
      this.bom.subject = component;
      this.bom.subjectRef = ref;
    } else {
      this.bom.listsComponents = true;
    }
    this.#open.push({ component, ref, depth: path.length });
  }
}

/**
 * CycloneDX BOM in XML: the vulnerabilities of 1.4 and later, and those of the
 * older extension inside components. One finding per component that a
 * vulnerability affects; a document without any is an inventory.
 */
export const cyclonedxXml: ReportFormat = {
  id: 'cyclonedx-xml',
  title: 'CycloneDX XML',
  documentation: 'https://cyclonedx.org/docs/latest/xml/',
  kind: 'xml',
  controlTypes: ['sca'],
  recognises(document) {
    return (
      document.kind === 'xml' &&
      document.rootName === 'bom' &&
      BOM.test(document.rootNamespace)
    );
  },
  parse(document, limits) {
    const reader = new BomReader();
    readXml(document.kind === 'xml' ? document.text : '', limits, reader);
    return toRuns(reader.finish());
  },
};
