import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { GroupTree } from '../organisation/GroupTree';
import { Reader } from './requireReader';

export interface ScopeLeadsOptions {
  reader: Reader;
  groups: GroupTree;
  /** Where the reader may agree on capacity. */
  agrees: EntityVisibility;
}

/** Which scopes a reader leads: by annotation, or by the policy. */
export class ScopeLeads {
  readonly #options: ScopeLeadsOptions;

  constructor(options: ScopeLeadsOptions) {
    this.#options = options;
  }

  /** @param ownerRef - the group of a scope that is none itself */
  leads(scopeRef: string, ownerRef?: string): boolean {
    const { agrees, groups, reader } = this.#options;
    const groupRef = scopeRef.startsWith('group:') ? scopeRef : ownerRef;
    return (
      agrees.kind === 'all' ||
      (agrees.kind === 'where' &&
        agrees.matches({ entityRef: scopeRef, ownerRef: groupRef })) ||
      (groupRef !== undefined &&
        reader.userRef !== undefined &&
        groups.leadOf(groupRef) === reader.userRef)
    );
  }
}
