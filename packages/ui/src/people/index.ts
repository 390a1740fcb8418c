export { PersonChip } from './PersonChip';
export { OwnerChip, type OwnerChipProps } from './OwnerChip';
