import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ChampionRole,
  CHAMPIONS_ANNOTATION,
  LEAD_ANNOTATION,
} from '@synchrony/backstage-plugin-champions-common';
import {
  EntityRow,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';

export interface DeclaredChampion {
  userRef: string;
  role: ChampionRole;
}

function userRefOf(text: string, namespace: string): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: namespace,
    });
    const userRef = normalizeEntityRef(stringifyEntityRef(ref));
    return userRef.startsWith('user:') ? userRef : undefined;
  } catch {
    return undefined;
  }
}

/** Whom the annotation of a scope names; what names nobody is left out. */
export function declaredOf({
  annotations,
  namespace,
}: EntityRow): DeclaredChampion[] {
  const refs = (annotations[CHAMPIONS_ANNOTATION] ?? '')
    .split(',')
    .map(text => userRefOf(text.trim(), namespace))
    .filter(ref => ref !== undefined);
  return [...new Set(refs)].map((userRef, index) => ({
    userRef,
    role: index === 0 ? 'primary' : 'deputy',
  }));
}

/** Who leads a group by its annotation. */
export function leadOf({
  annotations,
  namespace,
}: EntityRow): string | undefined {
  const text = annotations[LEAD_ANNOTATION];
  return text === undefined ? undefined : userRefOf(text.trim(), namespace);
}
