import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ProposalSource } from './proposals/ProposalSource';

/**
 * Where modules add what proposes virtual teams.
 *
 * @public
 */
export interface TeamProposalsExtensionPoint {
  addSource(source: ProposalSource): void;
}

/** @public */
export const teamProposalsExtensionPoint =
  createExtensionPoint<TeamProposalsExtensionPoint>({
    id: 'virtual-teams.proposals',
  });
