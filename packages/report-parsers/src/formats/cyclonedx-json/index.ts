import { ReportFormat } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { toRuns } from '../cyclonedx/findings';
import {
  Bom,
  BomComponent,
  BomTarget,
  BomVulnerability,
} from '../cyclonedx/model';

function numberOrText(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : asText(value);
}

function texts(values: readonly unknown[]): string[] {
  return values.map(numberOrText).filter(value => value !== undefined);
}

function toComponent(component: JsonObject): BomComponent {
  return {
    type: asText(component.type),
    group: asText(component.group),
    name: asText(component.name),
    version: asText(component.version),
    purl: asText(component.purl),
  };
}

/** Components may hold components; a list of what is still to be read instead of a recursion. */
function readComponents(bom: JsonObject): Map<string, BomComponent> {
  const components = new Map<string, BomComponent>();
  const subject = asObject(asObject(bom.metadata).component);
  const waiting: Array<{ value: unknown; path: string }> = [
    { value: subject, path: '/metadata/component' },
  ];
  const enqueue = (parent: JsonObject, path: string) => {
    for (const key of ['components', 'services']) {
      for (const [index, value] of optionalList(parent, key, path).entries()) {
        waiting.push({ value, path: `${path}/${key}/${index}` });
      }
    }
  };
  enqueue(bom, '');
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const component = requireObject(next.value, next.path);
    const ref = asText(component['bom-ref']);
    if (ref) components.set(ref, toComponent(component));
    enqueue(component, next.path);
  }
  return components;
}

/** A list of tools (until 1.4) or an object of components and services. */
function readTools(value: unknown): Bom['tools'] {
  const tools = Array.isArray(value)
    ? value
    : [
        ...asList(asObject(value).components),
        ...asList(asObject(value).services),
      ];
  return tools.map(asObject).map(tool => ({
    name: asText(tool.name),
    version: asText(tool.version),
  }));
}

function readAuthor(metadata: JsonObject): string | undefined {
  const authors = asList(metadata.authors).map(asObject);
  const makers = [metadata.supplier, metadata.manufacturer].map(asObject);
  return texts([...authors, ...makers].map(({ name }) => name)).at(0);
}

function toTarget(value: unknown, path: string): BomTarget {
  const target = requireObject(value, path);
  return {
    ref: asText(target.ref),
    versions: asList(target.versions)
      .map(asObject)
      .map(version => ({
        version: asText(version.version),
        range: asText(version.range),
        status: asText(version.status),
      })),
  };
}

function toVulnerability(value: unknown, path: string): BomVulnerability {
  const vulnerability = requireObject(value, path);
  const source = asObject(vulnerability.source);
  const analysis = asObject(vulnerability.analysis);
  return {
    id: asText(vulnerability.id),
    sourceName: asText(source.name),
    sourceUrl: asText(source.url),
    references: texts(
      asList(vulnerability.references).map(entry => asObject(entry).id),
    ),
    ratings: asList(vulnerability.ratings)
      .map(asObject)
      .map(rating => ({
        severity: asText(rating.severity),
        score: numberOrText(rating.score),
        method: asText(rating.method),
        vector: asText(rating.vector),
      })),
    cwes: texts(asList(vulnerability.cwes)),
    description: asText(vulnerability.description),
    detail: asText(vulnerability.detail),
    recommendation: asText(vulnerability.recommendation),
    advisories: texts(
      asList(vulnerability.advisories).map(entry => asObject(entry).url),
    ),
    analysis: {
      state: asText(analysis.state),
      justification: asText(analysis.justification),
      detail: asText(analysis.detail),
      responses: texts(asList(analysis.response)),
      firstIssued: asText(analysis.firstIssued),
      lastUpdated: asText(analysis.lastUpdated),
    },
    targets: optionalList(vulnerability, 'affects', path).map((target, index) =>
      toTarget(target, `${path}/affects/${index}`),
    ),
  };
}

/**
 * CycloneDX BOM in JSON, 1.2 and later; vulnerabilities came with 1.4. One
 * finding per component that a vulnerability affects; a document without
 * `vulnerabilities` is an inventory.
 */
export const cyclonedxJson: ReportFormat = {
  id: 'cyclonedx-json',
  title: 'CycloneDX JSON',
  documentation: 'https://cyclonedx.org/docs/latest/json/',
  kind: 'json',
  controlTypes: ['sca'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { bomFormat, $schema } = document.value;
    return (
      bomFormat === 'CycloneDX' ||
      (typeof $schema === 'string' && /cyclonedx\.org\/schema/i.test($schema))
    );
  },
  parse(document) {
    const bom = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const metadata = asObject(bom.metadata);
    return toRuns({
      serialNumber: asText(bom.serialNumber),
      version: numberOrText(bom.version),
      author: readAuthor(metadata),
      subjectRef: asText(asObject(metadata.component)['bom-ref']),
      timestamp: asText(metadata.timestamp),
      tools: readTools(metadata.tools),
      subject: isObject(metadata.component)
        ? toComponent(metadata.component)
        : undefined,
      listsComponents: [bom.components, bom.services].some(
        list => asList(list).length > 0,
      ),
      components: readComponents(bom),
      vulnerabilities:
        bom.vulnerabilities === undefined || bom.vulnerabilities === null
          ? undefined
          : optionalList(bom, 'vulnerabilities', '').map((entry, index) =>
              toVulnerability(entry, `/vulnerabilities/${index}`),
            ),
    });
  },
};
