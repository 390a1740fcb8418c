import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';

/** The entity of the page and its owner, as refs. */
export function useSubject(): { entityRef: string; ownerRef?: string } {
  const { entity } = useEntity();
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY);
  return {
    entityRef: stringifyEntityRef(entity),
    ownerRef: owner && stringifyEntityRef(owner),
  };
}
