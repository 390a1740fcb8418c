import { HierarchyNode, HierarchyStore } from '../store/HierarchyStore';
import { Members } from '../store/restrictTo';
import { VirtualTeamScopes } from './VirtualTeamScopes';

const VIRTUAL_TEAM_TYPE = 'virtual-team';

export interface ScopeMembersOptions {
  hierarchy: HierarchyStore;
  /** Absent where no virtual teams can be asked about. */
  virtualTeams?: Pick<VirtualTeamScopes, 'of'>;
}

/** What belongs to a group, a system or a domain. */
export class ScopeMembers {
  readonly #options: ScopeMembersOptions;

  constructor(options: ScopeMembersOptions) {
    this.#options = options;
  }

  /**
   * What virtual teams work on. Those of which it can't be asked now are left
   * out, as are Groups that are no team yet.
   */
  async ofVirtualTeams(): Promise<Map<string, string[]>> {
    const { hierarchy, virtualTeams } = this.#options;
    const scopes = new Map<string, string[]>();
    for (const node of await hierarchy.nodes(['group'])) {
      const refs =
        node.type === VIRTUAL_TEAM_TYPE
          ? await virtualTeams?.of(node.entity_ref)
          : undefined;
      if (refs) {
        scopes.set(node.entity_ref, refs);
      }
    }
    return scopes;
  }

  /**
   * What the catalog says. A virtual team owns nothing, so that to it belongs
   * what it works on.
   */
  async of(scopeRef: string): Promise<{
    node?: HierarchyNode;
    members: Members;
    /** What a virtual team works on can't be asked now. */
    isUnknown: boolean;
  }> {
    const { hierarchy, virtualTeams } = this.#options;
    const node = await hierarchy.node(scopeRef);
    if (node?.kind !== 'group' || node.type !== VIRTUAL_TEAM_TYPE) {
      return {
        node,
        members: await hierarchy.members(scopeRef),
        isUnknown: false,
      };
    }
    const refs = await virtualTeams?.of(scopeRef);
    return {
      node,
      members: { column: 'entity_ref', refs: refs ?? [] },
      isUnknown: refs === undefined,
    };
  }
}
