import { createBackend } from '@backstage/backend-defaults';
import { guardedRootConfig } from './demo/guardedRootConfig';

const backend = createBackend();

backend.add(guardedRootConfig);

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./demo/demoSignInModule'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./policy/policyModule'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(
  import('@synchrony/backstage-plugin-catalog-backend-module-synchrony'),
);
backend.add(import('@synchrony/backstage-plugin-champions-backend'));
backend.add(import('@synchrony/backstage-plugin-ingestion-backend'));
backend.add(
  import('@synchrony/backstage-plugin-ingestion-backend-module-champions'),
);
backend.add(import('@synchrony/backstage-plugin-scorecards-backend'));
backend.add(
  import('@synchrony/backstage-plugin-search-backend-module-synchrony'),
);
backend.add(import('@synchrony/backstage-plugin-virtual-teams-backend'));

backend.start();
