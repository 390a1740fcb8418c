import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  requireList,
  requireObject,
} from '../../shared/json';
import {
  SpdxDocument,
  SpdxPackage,
  SpdxRelationship,
  known,
} from '../spdx/model';

const CONTEXT = /^https?:\/\/spdx\.org\/rdf\/(?:v)?3\.\d/;

/** Types that stand in a document with, or without, the prefix of their profile. */
function typeOf(element: JsonObject): string {
  const type = asText(element.type) ?? asText(element['@type']) ?? '';
  return type.slice(type.lastIndexOf('_') + 1);
}

function idOf(element: JsonObject): string {
  return asText(element.spdxId) ?? asText(element['@id']) ?? '';
}

/** Whether a document is of SPDX 3 in JSON-LD. */
export function isVersion3(document: JsonObject): boolean {
  const contexts = [document['@context']].flat();
  return (
    Array.isArray(document['@graph']) &&
    contexts.some(
      context => typeof context === 'string' && CONTEXT.test(context),
    )
  );
}

function purlOf(element: JsonObject): string | undefined {
  const identifier = asList(element.externalIdentifier)
    .map(asObject)
    .find(
      ({ externalIdentifierType }) => externalIdentifierType === 'packageUrl',
    );
  return asText(element.software_packageUrl) ?? asText(identifier?.identifier);
}

function toPackage(
  element: JsonObject,
  licences: ReadonlyMap<string, string[]>,
): SpdxPackage {
  const id = idOf(element);
  return {
    id,
    name: known(asText(element.name)),
    version: known(asText(element.software_packageVersion)),
    purl: purlOf(element),
    purpose: known(asText(element.software_primaryPurpose)),
    licences: licences.get(id) ?? [],
  };
}

/** `dependsOn` as SPDX 2 writes it; the scope of a dependency is beside it here. */
function relationshipsOf(element: JsonObject): SpdxRelationship[] {
  const from = asText(element.from) ?? '';
  const type = asText(element.relationshipType) ?? '';
  const targets = [element.to].flat().map(asText);
  const scope = asText(element.scope)?.toUpperCase();
  return targets
    .filter(to => to !== undefined)
    .map(to => {
      if (type !== 'dependsOn') return { from, type, to };
      const isTold =
        scope === 'BUILD' ||
        scope === 'DEVELOPMENT' ||
        scope === 'TEST' ||
        scope === 'RUNTIME';
      return isTold
        ? {
            from: to,
            type: `${scope === 'DEVELOPMENT' ? 'DEV' : scope}_DEPENDENCY_OF`,
            to: from,
          }
        : { from, type: 'DEPENDS_ON', to };
    });
}

function licencesOf(
  relationships: SpdxRelationship[],
  expressions: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const licences = new Map<string, string[]>();
  for (const wanted of ['hasConcludedLicense', 'hasDeclaredLicense']) {
    for (const { from, to, type } of relationships) {
      const expression =
        type === wanted ? known(expressions.get(to)) : undefined;
      if (expression && !licences.has(from)) licences.set(from, [expression]);
    }
  }
  return licences;
}

/** SPDX 3.0 in JSON-LD: a list of elements, each with its type. */
export function readVersion3(document: JsonObject): SpdxDocument {
  const elements = requireList(document['@graph'], '/@graph').map(
    (element, index) => requireObject(element, `/@graph/${index}`),
  );
  const ofType = Map.groupBy(elements, typeOf);
  const byId = new Map(elements.map(element => [idOf(element), element]));
  const relationships = [
    ...(ofType.get('Relationship') ?? []),
    ...(ofType.get('LifecycleScopedRelationship') ?? []),
  ].flatMap(relationshipsOf);
  const expressions = new Map(
    (ofType.get('LicenseExpression') ?? []).map(element => [
      idOf(element),
      asText(element.simplelicensing_licenseExpression) ?? '',
    ]),
  );
  const licences = licencesOf(relationships, expressions);
  const [spdxDocument] = ofType.get('SpdxDocument') ?? [];
  const [creation] = ofType.get('CreationInfo') ?? [];
  const roots = [
    ...asList(spdxDocument?.rootElement),
    ...(ofType.get('Sbom') ?? []).flatMap(sbom => asList(sbom.rootElement)),
  ];
  return {
    name: known(asText(spdxDocument?.name)),
    created: asText(creation?.created),
    tools: asList(creation?.createdUsing)
      .map(tool => (isObject(tool) ? tool : byId.get(asText(tool) ?? '')))
      .map(tool => asText(tool?.name))
      .filter(name => name !== undefined),
    packages: (ofType.get('Package') ?? []).map(element =>
      toPackage(element, licences),
    ),
    relationships,
    described: roots.map(asText).filter(id => id !== undefined),
  };
}
