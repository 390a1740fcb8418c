import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  assignmentReadPermission,
  AssignmentStatus,
  PUBLIC_ASSIGNMENT_STATUSES,
  RESOURCE_TYPE_CHAMPIONS_ASSIGNMENT,
} from '@synchrony/backstage-plugin-champions-common';
import { z } from 'zod';
import { FindableAssignment, SearchStore } from '../store/SearchStore';

/** The rule as a filter of a list. */
export interface AssignmentFilter {
  statuses?: readonly AssignmentStatus[];
  scopeRefs?: readonly string[];
}

const resourceRef = createPermissionResourceRef<
  FindableAssignment,
  AssignmentFilter
>().with({
  pluginId: 'champions',
  resourceType: RESOURCE_TYPE_CHAMPIONS_ASSIGNMENT,
});

const rules = {
  isPublic: createPermissionRule({
    name: 'IS_PUBLIC',
    description: 'Allow assignments of people who have said yes',
    resourceRef,
    apply: ({ status }) => PUBLIC_ASSIGNMENT_STATUSES.includes(status),
    toQuery: () => ({ statuses: PUBLIC_ASSIGNMENT_STATUSES }),
  }),
  scopeIsOneOf: createPermissionRule({
    name: 'SCOPE_IS_ONE_OF',
    description: 'Allow assignments at some scopes, such as those one may see',
    resourceRef,
    paramsSchema: z.object({
      scopeRefs: z.array(z.string()).describe('Lower-cased entity refs'),
    }),
    apply: ({ scopeRef }, { scopeRefs }) => scopeRefs.includes(scopeRef),
    toQuery: ({ scopeRefs }) => ({ scopeRefs }),
  }),
};

/** The resource of finding assignments, with its rule. */
export const championsAssignmentAccess = {
  resourceRef,
  rules,
  ...createConditionExports({ resourceRef, rules }),
};

/** Has each assignment looked at as it is when somebody searches. */
export function registerAssignmentAccess(
  permissionsRegistry: PermissionsRegistryService,
  store: SearchStore,
): void {
  permissionsRegistry.addResourceType({
    resourceRef,
    permissions: [assignmentReadPermission],
    rules: Object.values(rules),
    getResources: async ids => {
      const found = await store.findable(ids);
      return ids.map(id => found.get(id));
    },
  });
}
