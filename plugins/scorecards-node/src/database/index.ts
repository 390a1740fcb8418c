export { canonicalJson, hashOf } from './canonicalJson';
export { chunks } from './chunks';
export { isPostgres, tuneEmbeddedDatabase } from './engine';
export { Leases } from './Leases';
export { migrateScorecardsNode } from './migrateScorecardsNode';
export { whereAmong } from './whereAmong';
