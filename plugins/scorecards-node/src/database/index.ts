export { tuneEmbeddedDatabase } from './engine';
export { Leases } from './Leases';
export { migrateScorecardsNode } from './migrateScorecardsNode';
