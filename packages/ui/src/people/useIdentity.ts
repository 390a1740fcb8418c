import {
  BackstageUserIdentity,
  identityApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

const NOBODY: BackstageUserIdentity = {
  type: 'user',
  userEntityRef: '',
  ownershipEntityRefs: [],
};

/** Who is signed in; undefined until it is known. */
export function useIdentity(): BackstageUserIdentity | undefined {
  const api = useApi(identityApiRef);
  const [identity, setIdentity] = useState<BackstageUserIdentity>();

  useEffect(() => {
    let isCurrent = true;
    api.getBackstageIdentity().then(
      known => {
        if (isCurrent) {
          setIdentity(known);
        }
      },
      () => {
        if (isCurrent) {
          setIdentity(NOBODY);
        }
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [api]);

  return identity;
}
