export { hashOf } from './canonicalJson';
export { chunks } from './chunks';
export { tuneEmbeddedDatabase } from './engine';
export { Leases } from './Leases';
export { migrateScorecardsNode } from './migrateScorecardsNode';
