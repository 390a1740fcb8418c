// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- what only tests share is in no package
import { beginMigrated } from '../../../scripts/jest/migratedDatabases';

jest.mock('@backstage/backend-test-utils', () => {
  const testUtils = jest.requireActual('@backstage/backend-test-utils');
  beginMigrated(testUtils.TestDatabases, {
    packages: [
      '@synchrony/backstage-plugin-virtual-teams-backend',
      '@synchrony/backstage-plugin-scorecards-node',
    ],
    migrate: database => jest.requireActual('./migrate').migrate(database),
  });
  return testUtils;
});
