export { EntityInventory } from './EntityInventory';
