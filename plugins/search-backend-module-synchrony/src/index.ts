/**
 * Lets people find security checks and scorecards by searching.
 *
 * @packageDocumentation
 */
export { searchModuleSynchrony as default } from './module';
