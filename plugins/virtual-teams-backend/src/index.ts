/**
 * Backend of virtual teams and expertise.
 *
 * @packageDocumentation
 */
export { virtualTeamsPlugin as default } from './plugin';
export { virtualTeamsEntityAccess } from './permissions';
export { expertiseProfileAccess } from './search/profileAccess';
export {
  teamProposalsExtensionPoint,
  type TeamProposalsExtensionPoint,
} from './extensionPoint';
export type {
  FoundProposal,
  ProposalSource,
  ProposedEntity,
} from './proposals/ProposalSource';
