import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

/** In whose name the person of the page owns things. */
export interface Owner {
  /** The groups of the person, and the person. */
  refs: string[];
  /** Whether it is the page of who is signed in. */
  isMe: boolean;
}

/**
 * The person of the page. For who is signed in it is what the portal knows of
 * them, for others what the catalog says; undefined until it is known.
 */
export function useOwner(): Owner | undefined {
  const { entity } = useEntity();
  const identity = useApi(identityApiRef);
  const entityRef = stringifyEntityRef(entity);
  const groups = getEntityRelations(entity, RELATION_MEMBER_OF)
    .map(group => stringifyEntityRef(group))
    .join(' ');
  const [owner, setOwner] = useState<Owner>();

  useEffect(() => {
    let isCurrent = true;
    const other = {
      refs: [entityRef, ...groups.split(' ').filter(Boolean)],
      isMe: false,
    };
    identity.getBackstageIdentity().then(
      ({ ownershipEntityRefs, userEntityRef }) => {
        if (isCurrent) {
          setOwner(
            userEntityRef.toLocaleLowerCase('en-US') === entityRef
              ? { refs: ownershipEntityRefs, isMe: true }
              : other,
          );
        }
      },
      () => {
        if (isCurrent) {
          setOwner(other);
        }
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [identity, entityRef, groups]);

  return owner;
}
