import { coreApis, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { DemoSignInPage } from './DemoSignInPage';
import { ProviderSignInPage } from './ProviderSignInPage';
import { readPersonas } from './personas';

/** Personas where `demo.personas` is configured, and nowhere else; a real provider otherwise. */
export function PortalSignInPage(props: SignInPageProps) {
  const personas = readPersonas(useApi(coreApis.config));
  return personas ? (
    <DemoSignInPage {...props} personas={personas} />
  ) : (
    <ProviderSignInPage {...props} />
  );
}
