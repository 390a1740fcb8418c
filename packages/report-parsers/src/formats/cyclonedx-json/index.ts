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

function toLicences(value: unknown): string[] {
  return asList(value)
    .map(asObject)
    .map(choice => {
      const licence = asObject(choice.license);
      return (
        asText(choice.expression) ?? asText(licence.id) ?? asText(licence.name)
      );
    })
    .filter(licence => licence !== undefined);
}

function toComponent(component: JsonObject): BomComponent {
  return {
    ref: asText(component['bom-ref']),
    type: asText(component.type),
    group: asText(component.group),
    name: asText(component.name),
    version: asText(component.version),
    purl: asText(component.purl),
    scope: asText(component.scope),
    licences: toLicences(component.licenses),
  };
}

/** Components may hold components; a list of what is still to be read instead of a recursion. */
function readComponents(
  bom: JsonObject,
): Pick<Bom, 'components' | 'listed' | 'subject'> {
  const components = new Map<string, BomComponent>();
  const listed: BomComponent[] = [];
  const described = asObject(bom.metadata).component;
  const subject = isObject(described) ? toComponent(described) : undefined;
  const waiting: Array<{ value: unknown; path: string; isService?: boolean }> =
    [];
  const enqueue = (parent: JsonObject, path: string) => {
    for (const key of ['components', 'services']) {
      for (const [index, value] of optionalList(parent, key, path).entries()) {
        waiting.push({
          value,
          path: `${path}/${key}/${index}`,
          isService: key === 'services',
        });
      }
    }
  };
  if (subject?.ref) components.set(subject.ref, subject);
  enqueue(asObject(described), '/metadata/component');
  enqueue(bom, '');
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const value = requireObject(next.value, next.path);
    const component = toComponent(value);
    if (component.ref) components.set(component.ref, component);
    // Some tools list what the document is about once more.
    const isSubject = component.ref && component.ref === subject?.ref;
    if (!next.isService && !isSubject) listed.push(component);
    enqueue(value, next.path);
  }
  return { components, listed, subject };
}

function readDependencies(bom: JsonObject): Bom['dependencies'] {
  if (!Array.isArray(bom.dependencies)) return undefined;
  return new Map(
    bom.dependencies.map(asObject).map(({ dependsOn, ref }) => [
      asText(ref) ?? '',
      asList(dependsOn)
        .map(asText)
        .filter(target => target !== undefined),
    ]),
  );
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
 * `vulnerabilities` is an inventory. Every document that lists packages has
 * them as the run's inventory.
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
      listsComponents: [bom.components, bom.services].some(
        list => asList(list).length > 0,
      ),
      ...readComponents(bom),
      dependencies: readDependencies(bom),
      vulnerabilities:
        bom.vulnerabilities === undefined || bom.vulnerabilities === null
          ? undefined
          : optionalList(bom, 'vulnerabilities', '').map((entry, index) =>
              toVulnerability(entry, `/vulnerabilities/${index}`),
            ),
    });
  },
};
