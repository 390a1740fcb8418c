import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { normalizeEntityRef } from './entityRef';
import { EntityRow } from './types';

const KEPT_RELATIONS = new Set<string>([
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
]);

const KEPT_ANNOTATIONS = new Set([
  'backstage.io/source-location',
  'backstage.io/managed-by-location',
  'github.com/project-slug',
]);

const ANNOTATION_PREFIX = 'synchrony.io/';

/** What the catalog is asked for. */
export const ENTITY_FIELDS = [
  'kind',
  'apiVersion',
  'metadata.uid',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.lifecycle',
  'spec.profile.displayName',
  'relations',
];

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function displayNameOf(entity: Entity): string | undefined {
  const profile = entity.spec?.profile;
  return typeof profile === 'object' && profile !== null
    ? textOf((profile as Record<string, unknown>).displayName)
    : undefined;
}

export function toEntityRow(entity: Entity, asOf: Date): EntityRow {
  const relations = (entity.relations ?? [])
    .filter(relation => KEPT_RELATIONS.has(relation.type))
    .map(({ type, targetRef }) => ({
      type,
      targetRef: normalizeEntityRef(targetRef),
    }))
    .sort((a, b) =>
      `${a.type} ${a.targetRef}` < `${b.type} ${b.targetRef}` ? -1 : 1,
    );
  const annotations = Object.entries(entity.metadata.annotations ?? {}).filter(
    ([name]) =>
      name.startsWith(ANNOTATION_PREFIX) || KEPT_ANNOTATIONS.has(name),
  );
  return {
    entityRef: normalizeEntityRef(stringifyEntityRef(entity)),
    uid: entity.metadata.uid,
    kind: entity.kind.toLocaleLowerCase('en-US'),
    namespace: (entity.metadata.namespace ?? 'default').toLocaleLowerCase(
      'en-US',
    ),
    name: entity.metadata.name,
    title: entity.metadata.title ?? displayNameOf(entity),
    ownerRef: relations.find(({ type }) => type === RELATION_OWNED_BY)
      ?.targetRef,
    systemRef: relations.find(
      ({ type, targetRef }) =>
        type === RELATION_PART_OF &&
        parseEntityRef(targetRef).kind === 'system',
    )?.targetRef,
    type: textOf(entity.spec?.type),
    lifecycle: textOf(entity.spec?.lifecycle),
    annotations: Object.fromEntries(annotations),
    relations,
    asOf: asOf.toISOString(),
  };
}
