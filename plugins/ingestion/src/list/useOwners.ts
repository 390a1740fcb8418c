import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEffect, useState } from 'react';

/** Owners of entities by their refs, asked for all at once; a failure leaves them out. */
export function useOwners(entityRefs: string[]): Map<string, string> {
  const catalog = useApi(catalogApiRef);
  const [owners, setOwners] = useState(new Map<string, string>());
  const key = [...new Set(entityRefs)].sort().join(' ');

  useEffect(() => {
    let isCurrent = true;
    const refs = key === '' ? [] : key.split(' ');
    const load = async () => {
      const { items } = await catalog.getEntitiesByRefs({
        entityRefs: refs,
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      });
      const found = new Map<string, string>();
      for (const [index, entity] of items.entries()) {
        const owner =
          entity && getEntityRelations(entity, RELATION_OWNED_BY)[0];
        if (owner) {
          found.set(refs[index], stringifyEntityRef(owner));
        }
      }
      if (isCurrent) {
        setOwners(found);
      }
    };
    if (refs.length > 0) {
      load().catch(() => undefined);
    }
    return () => {
      isCurrent = false;
    };
  }, [catalog, key]);

  return owners;
}
