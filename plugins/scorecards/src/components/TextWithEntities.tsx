import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { splitEntityRefs } from '../model/entityRefs';

/** A sentence in which entities stand by their names, as links, not as refs. */
export function TextWithEntities(props: { text: string }) {
  return (
    <span>
      {splitEntityRefs(props.text).map(({ text, isRef }, index) =>
        isRef ? <EntityRefLink key={index} entityRef={text} hideIcon /> : text,
      )}
    </span>
  );
}
