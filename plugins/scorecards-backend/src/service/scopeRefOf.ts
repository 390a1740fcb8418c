import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';

const KINDS = ['group', 'system', 'domain'];

/** @throws InputError for the ref of what has no roll-up */
export function scopeRefOf(ref: string): string {
  const entityRef = normalizeEntityRef(ref);
  const { kind } = parseEntityRef(entityRef);
  if (!KINDS.includes(kind)) {
    throw new InputError(
      `There are roll-ups of groups, systems and domains, not of a ${kind}`,
    );
  }
  return entityRef;
}
