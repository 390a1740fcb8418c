import { parseEntityRef } from '@backstage/catalog-model';
import { ParsedProduct } from '@synchrony/report-parsers';
import { parsePurl } from './purl';
import { StatedProduct } from './types';

/** Lists what documents call an entity: package URLs, ids or names. */
export const VEX_PRODUCTS_ANNOTATION = 'synchrony.io/vex-products';

/** Types that name what is deployed or its source, not a dependency. */
const OWN_TYPES = new Set([
  'bitbucket',
  'docker',
  'generic',
  'github',
  'gitlab',
  'oci',
]);

/** What an entity is called in documents. */
export interface OwnNames {
  listed: ReadonlySet<string>;
  /** Name and ref of the entity, lower case. */
  names: ReadonlySet<string>;
}

export function ownNamesOf(
  entityRef: string,
  annotations: Record<string, string>,
): OwnNames {
  const listed = annotations[VEX_PRODUCTS_ANNOTATION] ?? '';
  const { name } = parseEntityRef(entityRef);
  return {
    listed: new Set(listed.split(/[\s,]+/).filter(Boolean)),
    names: new Set([name.toLowerCase(), entityRef.toLowerCase()]),
  };
}

/** Says of a product whether it is the entity itself. */
export function withOwn(product: ParsedProduct, own: OwnNames): StatedProduct {
  const { id, name, purl: text } = product;
  const isListed = [id, name, text].some(word => word && own.listed.has(word));
  const isNamed = [id, name].some(
    word => word && own.names.has(word.toLowerCase()),
  );
  if (isListed || isNamed) {
    return { ...product, own: 'yes' };
  }
  const purl = parsePurl(text);
  const isOwn =
    purl &&
    ((OWN_TYPES.has(purl.type) && own.names.has(purl.name.toLowerCase())) ||
      [...own.listed].some(word => parsePurl(word)?.package === purl.package));
  if (!purl || !isOwn) {
    return product;
  }
  return { ...product, own: purl.version === undefined ? 'yes' : 'version' };
}
