export { ArchiveTab } from './ArchiveTab';
