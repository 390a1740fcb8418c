import {
  capacityAgreePermission,
  LEAD_ANNOTATION,
} from '@synchrony/backstage-plugin-champions-common';
import {
  EntityAccess,
  EntityProjection,
  normalizeEntityRef,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Caller } from '../context';
import { groupsOwnThemselves } from './groupsOwnThemselves';

export interface ScopeLeadsOptions {
  access: EntityAccess;
  entities: Pick<EntityProjection, 'get'>;
  /** Scopes of an entity, from near to far. */
  listScopes(entityRef: string): Promise<string[]>;
}

/** Who leads a scope. */
export class ScopeLeads {
  readonly #options: ScopeLeadsOptions;

  constructor(options: ScopeLeadsOptions) {
    this.#options = options;
  }

  /** By the annotation of the nearest group, or by the policy. */
  async isLead(caller: Caller, scopeRef: string): Promise<boolean> {
    const { access, entities, listScopes } = this.#options;
    const above = await listScopes(scopeRef);
    const groups = [scopeRef, ...above].filter(ref => ref.startsWith('group:'));
    const rows = await entities.get([scopeRef, ...groups]);
    const lead = groups
      .map(ref => rows.get(ref)?.annotations[LEAD_ANNOTATION])
      .find(ref => ref !== undefined);
    if (lead && normalizeEntityRef(lead.trim()) === caller.userRef) {
      return true;
    }
    const visibility = await access.visible(
      caller.credentials,
      capacityAgreePermission,
    );
    const scope = groupsOwnThemselves(rows.get(scopeRef));
    return visibility.kind === 'where'
      ? scope !== undefined && visibility.matches(scope)
      : visibility.kind === 'all';
  }
}
