import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { StoredEntityFacts } from '../store/FactTable';

/** An entity with all that is told of it, also by the catalog. */
export interface EntityInput {
  entity: EntityRow;
  told: StoredEntityFacts[];
}
