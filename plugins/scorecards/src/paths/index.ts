export { SCORECARD_PATH, useEntityPath } from './useEntityPath';
