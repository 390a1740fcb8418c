export { EntitiesCard } from './EntitiesCard';
export { EntitiesTab } from './EntitiesTab';
