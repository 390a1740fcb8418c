import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  CatalogVisibility,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';

/**
 * Throws for the first ref that names nobody whom the caller may see.
 *
 * @param named - refs by the field that names them
 */
export async function requireKnown(
  options: {
    catalog: CatalogVisibility;
    entities: Pick<EntityProjection, 'get'>;
  },
  credentials: BackstageCredentials,
  named: [field: string, ref: string][],
): Promise<void> {
  const refs = [...new Set(named.map(([, ref]) => ref))];
  const visible = await options.catalog.filter(credentials, refs);
  const known = await options.entities.get([...visible]);
  const missing = named.find(([, ref]) => !known.get(ref));
  if (missing) {
    const [field, ref] = missing;
    throw new InputError(`${field}: There is no ${ref} in the catalog`);
  }
}
