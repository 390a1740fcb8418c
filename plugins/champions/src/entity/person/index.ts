export { PersonCard } from './PersonCard';
