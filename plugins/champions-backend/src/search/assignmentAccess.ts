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
import { SearchStore } from '../store/SearchStore';

/** An assignment, as far as finding it is decided. */
export interface AssignmentResource {
  id: string;
  status: AssignmentStatus;
}

/** The rule as a filter of a list. */
export interface AssignmentFilter {
  statuses: readonly AssignmentStatus[];
}

const resourceRef = createPermissionResourceRef<
  AssignmentResource,
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
      const statuses = await store.statuses(ids);
      return ids.map(id => {
        const status = statuses.get(id);
        return status && { id, status };
      });
    },
  });
}
