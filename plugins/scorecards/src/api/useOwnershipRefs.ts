import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** In whose name the signed-in user owns things; undefined until it is known. */
export function useOwnershipRefs(): string[] | undefined {
  const identity = useApi(identityApiRef);
  const [refs, setRefs] = useState<string[]>();

  useEffect(() => {
    let current = true;
    identity.getBackstageIdentity().then(
      ({ ownershipEntityRefs }) => {
        if (current) {
          setRefs(ownershipEntityRefs);
        }
      },
      () => {
        if (current) {
          setRefs([]);
        }
      },
    );
    return () => {
      current = false;
    };
  }, [identity]);

  return refs;
}
