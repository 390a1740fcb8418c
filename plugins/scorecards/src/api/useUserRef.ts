import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Ref of the signed-in user; undefined until it is known. */
export function useUserRef(): string | undefined {
  const identity = useApi(identityApiRef);
  const [ref, setRef] = useState<string>();

  useEffect(() => {
    let current = true;
    identity.getBackstageIdentity().then(
      ({ userEntityRef }) => {
        if (current) {
          setRef(userEntityRef);
        }
      },
      () => {
        if (current) {
          setRef('');
        }
      },
    );
    return () => {
      current = false;
    };
  }, [identity]);

  return ref;
}
