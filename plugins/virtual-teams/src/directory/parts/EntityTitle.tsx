import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** The name of an entity as people read it, without a link. */
export function EntityTitle(props: { entityRef: string }) {
  return <>{useEntityPresentation(props.entityRef).primaryTitle}</>;
}
