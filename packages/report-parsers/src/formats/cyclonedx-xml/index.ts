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

const COMPONENT_FIELDS = new Set(['group', 'name', 'version', 'purl', 'scope']);

/** Components below these made, or once were, what the BOM is about. */
const ELSEWHERE = ['pedigree', 'formulation', 'annotations'];

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
    listed: [],
  };
  readonly #open: OpenComponent[] = [];
  #dependencies: Map<string, string[]> | undefined;
  #vulnerabilities: BomVulnerability[] | undefined;
  #lastDependent: string[] = [];
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
    if (name === 'dependency' && path.length <= 4) this.#depend(element, path);
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
    if (!current) return;
    if (current.depth === path.length) this.#open.pop();
    this.#addLicence(element, path, current);
    if (current.depth !== path.length - 1) return;
    if (COMPONENT_FIELDS.has(element.name) && BOM.test(element.namespace)) {
      const field = element.name as
        'group' | 'name' | 'version' | 'purl' | 'scope';
      current.component[field] = element.text.trim() || undefined;
    }
  }

  finish(): Bom {
    return {
      ...this.bom,
      dependencies: this.#dependencies,
      vulnerabilities: this.#vulnerabilities,
    };
  }

  /** What an element depends on stands in it, without its own dependencies. */
  #depend({ attributes }: XmlElement, path: readonly string[]): void {
    this.#dependencies ??= new Map();
    if (path.length === 3) {
      this.#lastDependent = [];
      this.#dependencies.set(attributes.ref ?? '', this.#lastDependent);
    } else if (attributes.ref) {
      this.#lastDependent.push(attributes.ref);
    }
  }

  #addLicence(
    { name, text }: XmlElement,
    path: readonly string[],
    { component, depth }: OpenComponent,
  ): void {
    const isLicence =
      path[depth] === 'licenses' &&
      ((name === 'expression' && path.length === depth + 2) ||
        ((name === 'id' || name === 'name') &&
          path.length === depth + 3 &&
          path[depth + 1] === 'license'));
    if (isLicence && text.trim()) {
      component.licences ??= [];
      component.licences.push(text.trim());
    }
  }

  #openComponent(element: XmlElement, path: readonly string[]): void {
    this.#unnamed += 1;
    const ref = element.attributes['bom-ref'] ?? `#${this.#unnamed}`;
    const component: BomComponent = { ref, type: element.attributes.type };
    this.bom.components.set(ref, component);
    if (path.length === 3 && path[1] === 'metadata') {
      this.bom.subject = component;
      this.bom.subjectRef = ref;
    } else {
      this.bom.listsComponents = true;
      if (
        element.name === 'component' &&
        ref !== this.bom.subject?.ref &&
        !ELSEWHERE.some(name => path.includes(name))
      ) {
        this.bom.listed.push(component);
      }
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
