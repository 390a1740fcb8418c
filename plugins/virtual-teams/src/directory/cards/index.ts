export { DirectoryTeams } from './DirectoryTeams';
export { TeamCard } from './TeamCard';
