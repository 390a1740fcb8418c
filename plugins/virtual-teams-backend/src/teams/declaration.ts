import { parseEntityRef } from '@backstage/catalog-model';
import {
  TeamDefinition,
  VIRTUAL_TEAM_GROUP_TYPE,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { stringify } from 'yaml';

/**
 * A team as a file of the catalog. Members are named as invitations: who is
 * named there and is not in yet is asked.
 */
export function writeDeclaration(
  teamRef: string,
  { title, ...definition }: TeamDefinition,
  memberRefs: string[],
): string {
  const { name, namespace } = parseEntityRef(teamRef);
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name,
      namespace,
      title,
      description: definition.charter.outcome,
    },
    spec: {
      type: VIRTUAL_TEAM_GROUP_TYPE,
      children: [],
      virtualTeam: { ...withoutAbsent(definition), members: memberRefs },
    },
  });
}

function withoutAbsent(value: object): object {
  return JSON.parse(JSON.stringify(value));
}
