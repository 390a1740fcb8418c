import { Config } from '@backstage/config';

/** Prefix of the tokens of the demo, which are written in a public file. */
const DEMO_TOKEN_PREFIX = 'demo-';

/** Names of the demo's parts that a configuration switches on. */
export function findDemoParts(config: Config): string[] {
  const parts: string[] = [];
  if (config.has('auth.providers.demo')) {
    parts.push('the demo sign-in (auth.providers.demo)');
  }
  if (config.has('demo.personas')) {
    parts.push('demo personas (demo.personas)');
  }
  const access =
    config.getOptionalConfigArray('backend.auth.externalAccess') ?? [];
  for (const [index, entry] of access.entries()) {
    const token = entry.getOptionalString('options.token');
    if (token?.startsWith(DEMO_TOKEN_PREFIX)) {
      parts.push(`a demo token (backend.auth.externalAccess[${index}])`);
    }
  }
  return parts;
}

/**
 * Refuses a configuration with parts of the demo outside development: anyone
 * could sign in as anyone, and the tokens are public.
 *
 * @throws Error that names the parts and the way out
 */
export function assertDemoOnlyInDevelopment(
  config: Config,
  nodeEnv: string | undefined,
) {
  if (nodeEnv === 'development') {
    return;
  }
  const parts = findDemoParts(config);
  if (parts.length > 0) {
    throw new Error(
      `Refusing to start: the configuration has ${parts.join(', ')}, but NODE_ENV is ${
        nodeEnv ? `'${nodeEnv}'` : 'not set'
      }. The demo may only run with NODE_ENV=development; leave out app-config.demo.yaml.`,
    );
  }
}
