/**
 * Puts what Synchrony knows of entities into the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleSynchrony as default } from './module';
