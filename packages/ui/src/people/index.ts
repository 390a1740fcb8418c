export { PersonChip } from './PersonChip';
export { OwnerChip, type OwnerChipProps } from './OwnerChip';
export { PeopleStack, type PeopleStackProps } from './PeopleStack';
export { useIdentity } from './useIdentity';
