import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  profileReadPermission,
  RESOURCE_TYPE_EXPERTISE_PROFILE,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { SearchStore } from '../store/SearchStore';

/** A profile, as far as finding it is decided. */
export interface ProfileResource {
  isFoundByEveryone: boolean;
}

/** The rule as a filter of a list. */
export interface ProfileFilter {
  isFoundByEveryone: boolean;
}

const resourceRef = createPermissionResourceRef<
  ProfileResource,
  ProfileFilter
>().with({
  pluginId: 'virtual-teams',
  resourceType: RESOURCE_TYPE_EXPERTISE_PROFILE,
});

const rules = {
  isFoundByEveryone: createPermissionRule({
    name: 'IS_FOUND_BY_EVERYONE',
    description: 'Allow profiles of people who chose to be found by everyone',
    resourceRef,
    apply: ({ isFoundByEveryone }) => isFoundByEveryone,
    toQuery: () => ({ isFoundByEveryone: true }),
  }),
};

/** The resource of finding profiles, with its rule. */
export const expertiseProfileAccess = {
  resourceRef,
  rules,
  ...createConditionExports({ resourceRef, rules }),
};

/** Has each profile looked at as it is when somebody searches. */
export function registerProfileAccess(
  permissionsRegistry: PermissionsRegistryService,
  store: SearchStore,
): void {
  permissionsRegistry.addResourceType({
    resourceRef,
    permissions: [profileReadPermission],
    rules: Object.values(rules),
    getResources: async refs => {
      const found = await store.foundByEveryone(refs);
      return refs.map(ref =>
        found.has(ref) ? { isFoundByEveryone: true } : undefined,
      );
    },
  });
}
