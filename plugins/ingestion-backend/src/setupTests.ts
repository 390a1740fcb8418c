import { keepReadingThreads } from './tests/__testUtils__/keepReadingThreads';

jest.mock('./worker/WorkerSession', () => ({
  WorkerSession: keepReadingThreads(
    jest.requireActual('./worker/WorkerSession').WorkerSession,
  ),
}));
