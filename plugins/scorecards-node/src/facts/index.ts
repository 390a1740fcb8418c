export { createFactFeed, type FactFeedOptions } from './createFactFeed';
export * from './types';
