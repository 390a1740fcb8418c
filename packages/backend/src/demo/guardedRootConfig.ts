import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigSources } from '@backstage/config-loader';
import { assertDemoOnlyInDevelopment } from './assertDemoOnlyInDevelopment';

/**
 * The root configuration, refused before any plugin sees it when it would open
 * the demo's doors outside development.
 */
export const guardedRootConfig = createServiceFactory({
  service: coreServices.rootConfig,
  deps: {},
  async factory() {
    const config = await ConfigSources.toConfig(ConfigSources.default({}));
    assertDemoOnlyInDevelopment(config, process.env.NODE_ENV);
    return config;
  },
});
