import { SidebarItem } from '@backstage/core-components';
import { coreApis, useApi } from '@backstage/frontend-plugin-api';
import { RiUserSharedLine } from '@remixicon/react';
import { readPersonas } from '../signIn/personas';

/** In the demonstration, the way back to the choice of personas. */
export function PersonaItem() {
  const config = useApi(coreApis.config);
  const identity = useApi(coreApis.identity);
  if (!readPersonas(config)) {
    return null;
  }
  return (
    <SidebarItem
      icon={() => <RiUserSharedLine />}
      text="Switch persona"
      onClick={() => identity.signOut()}
    />
  );
}
