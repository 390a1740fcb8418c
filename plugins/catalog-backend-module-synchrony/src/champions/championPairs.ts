import {
  Entity,
  GroupEntity,
  stringifyEntityRef,
  stringifyLocationRef,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';

/** Somebody who has accepted to be champion, or deputy, of an entity. */
export interface ChampionPair {
  entityRef: string;
  userRef: string;
}

/** Pairs as JSON, on the one Group that this module keeps. */
const PAIRS_ANNOTATION = 'synchrony.io/champion-pairs';

/** Where that Group comes from: entities of files can't claim it. */
const LOCATION: LocationSpec = { type: 'synchrony', target: 'champions' };

const GROUP_NAME = 'security-champions';

/** The Group that carries all pairs. It has no members: being champion owns nothing. */
export function championsGroup(pairs: readonly ChampionPair[]): GroupEntity {
  const location = stringifyLocationRef(LOCATION);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: GROUP_NAME,
      title: 'Security champions',
      description: 'Who has accepted to look after security, and for what',
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [PAIRS_ANNOTATION]: JSON.stringify(
          pairs.map(({ entityRef, userRef }) => [entityRef, userRef]),
        ),
      },
    },
    spec: { type: 'security-champions', children: [] },
  };
}

/** An entity as everybody may see it: pairs may name hidden scopes. */
export function withoutPairs(entity: Entity): Entity {
  const { [PAIRS_ANNOTATION]: pairs, ...annotations } =
    entity.metadata.annotations ?? {};
  return pairs === undefined
    ? entity
    : { ...entity, metadata: { ...entity.metadata, annotations } };
}

function isPair(value: unknown): value is [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(item => typeof item === 'string')
  );
}

/** The pairs of the Group of {@link championsGroup}; none of any other entity. */
export function pairsOf(
  entity: Entity,
  location: LocationSpec,
): ChampionPair[] {
  const text = entity.metadata.annotations?.[PAIRS_ANNOTATION];
  if (
    text === undefined ||
    stringifyEntityRef(entity) !== `group:default/${GROUP_NAME}` ||
    location.type !== LOCATION.type ||
    location.target !== LOCATION.target
  ) {
    return [];
  }
  const pairs: unknown = JSON.parse(text);
  return Array.isArray(pairs)
    ? pairs
        .filter(isPair)
        .map(([entityRef, userRef]) => ({ entityRef, userRef }))
    : [];
}
