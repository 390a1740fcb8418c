/**
 * What the Synchrony plugins draw alike: levels, severities, outcomes, states
 * of a panel, freshness, people.
 *
 * @packageDocumentation
 */
export * from './chart';
export * from './code';
export * from './connect';
export * from './export';
export * from './extensions';
export * from './fields';
export * from './grid';
export * from './hatching';
export * from './levels';
export * from './links';
export * from './live';
export * from './markdown';
export * from './numbers';
export * from './outcomes';
export * from './people';
export * from './requests';
export * from './severity';
export * from './sidePanel';
export * from './stages';
export * from './states';
export * from './time';
