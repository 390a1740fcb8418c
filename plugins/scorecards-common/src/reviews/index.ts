export * from './actionMachine';
export * from './api';
export * from './permissions';
export * from './reviewMachine';
export { ScorecardReviewsClient } from './ScorecardReviewsClient';
export * from './summariseReview';
export * from './types';
