import {
  JsonObject,
  asList,
  asObject,
  asText,
  optionalList,
  requireObject,
} from '../../shared/json';
import { SpdxDocument, SpdxPackage, known } from '../spdx/model';

function purlOf(value: JsonObject): string | undefined {
  const reference = asList(value.externalRefs)
    .map(asObject)
    .find(({ referenceType }) => referenceType === 'purl');
  return asText(reference?.referenceLocator);
}

function toPackage(value: unknown, path: string): SpdxPackage {
  const item = requireObject(value, path);
  const licence =
    known(asText(item.licenseConcluded)) ?? known(asText(item.licenseDeclared));
  return {
    id: asText(item.SPDXID) ?? path,
    name: known(asText(item.name)),
    version: known(asText(item.versionInfo)),
    purl: purlOf(item),
    purpose: known(asText(item.primaryPackagePurpose)),
    licences: licence ? [licence] : [],
  };
}

/** SPDX 2.2 and 2.3: packages and relationships by their ids. */
export function readVersion2(document: JsonObject): SpdxDocument {
  const creation = asObject(document.creationInfo);
  return {
    name: known(asText(document.name)),
    created: asText(creation.created),
    tools: asList(creation.creators)
      .map(asText)
      .filter(creator => creator?.startsWith('Tool:'))
      .map(creator => creator?.slice('Tool:'.length).trim() ?? ''),
    packages: optionalList(document, 'packages', '').map((item, index) =>
      toPackage(item, `/packages/${index}`),
    ),
    relationships: optionalList(document, 'relationships', '')
      .map(asObject)
      .map(item => ({
        from: asText(item.spdxElementId) ?? '',
        type: asText(item.relationshipType) ?? '',
        to: asText(item.relatedSpdxElement) ?? '',
      })),
    described: asList(document.documentDescribes)
      .map(asText)
      .filter(id => id !== undefined),
  };
}
