import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import type { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';

/** The Domain of a System, the Group above a Group; nothing of other kinds. */
export function parentOf({ kind, relations }: EntityRow): string | undefined {
  const targets = relations
    .filter(({ type }) =>
      kind === 'system'
        ? type === RELATION_PART_OF
        : type === RELATION_CHILD_OF,
    )
    .map(({ targetRef }) => targetRef);
  const wanted = kind === 'system' ? 'domain' : 'group';
  return ['system', 'group'].includes(kind)
    ? targets.find(ref => parseEntityRef(ref).kind === wanted)
    : undefined;
}
