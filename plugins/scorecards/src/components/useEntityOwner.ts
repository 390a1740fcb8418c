import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';

/** Who owns the entity of the page: whom to ask. */
export function useEntityOwner(): string | undefined {
  const { entity } = useEntity();
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY);
  return owner && stringifyEntityRef(owner);
}
