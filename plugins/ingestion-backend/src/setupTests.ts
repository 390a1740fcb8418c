// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- what only tests share is in no package
import { beginMigrated } from '../../../scripts/jest/migratedDatabases';
import { keepReadingThreads } from './tests/__testUtils__/keepReadingThreads';

jest.mock('./worker/WorkerSession', () => ({
  WorkerSession: keepReadingThreads(
    jest.requireActual('./worker/WorkerSession').WorkerSession,
  ),
}));

jest.mock('@backstage/backend-test-utils', () => {
  const testUtils = jest.requireActual('@backstage/backend-test-utils');
  beginMigrated(testUtils.TestDatabases, {
    packages: [
      '@synchrony/backstage-plugin-ingestion-backend',
      '@synchrony/backstage-plugin-scorecards-node',
    ],
    migrate: database =>
      jest.requireActual('./createIngestion').migrateIngestion(database),
  });
  return testUtils;
});
