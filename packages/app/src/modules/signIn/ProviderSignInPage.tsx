import { SignInPage, SignInProviderConfig } from '@backstage/core-components';
import {
  githubAuthApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
} from '@backstage/core-plugin-api';
import { coreApis, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { InputError } from '@backstage/errors';

const PROVIDERS: Record<string, SignInProviderConfig> = {
  github: provider('github', 'GitHub', githubAuthApiRef),
  gitlab: provider('gitlab', 'GitLab', gitlabAuthApiRef),
  google: provider('google', 'Google', googleAuthApiRef),
  microsoft: provider('microsoft', 'Microsoft', microsoftAuthApiRef),
  okta: provider('okta', 'Okta', oktaAuthApiRef),
};

function provider(
  name: string,
  title: string,
  apiRef: SignInProviderConfig['apiRef'],
): SignInProviderConfig {
  return {
    id: `${name}-auth-provider`,
    title,
    message: `Sign in with ${title}`,
    apiRef,
  };
}

/** Signs in through the provider named by `app.signIn.provider`; as guest when none is. */
export function ProviderSignInPage(props: SignInPageProps) {
  const name =
    useApi(coreApis.config).getOptionalString('app.signIn.provider') ?? 'guest';
  if (name === 'guest') {
    return <SignInPage {...props} align="center" providers={['guest']} />;
  }
  const chosen = PROVIDERS[name];
  if (!chosen) {
    throw new InputError(
      `app.signIn.provider is "${name}"; it can be guest, ${Object.keys(PROVIDERS).join(', ')}`,
    );
  }
  return <SignInPage {...props} align="center" auto provider={chosen} />;
}
