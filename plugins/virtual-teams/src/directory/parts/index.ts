export { AskGuild } from './AskGuild';
export { EntityTitle } from './EntityTitle';
export { FacetSelect } from './FacetSelect';
export { PlatformChips } from './PlatformChips';
export { SeatSquares } from './SeatSquares';
export { ShowMore } from './ShowMore';
export { TeamBadge } from './TeamBadge';
export { TeamLink } from './TeamLink';
