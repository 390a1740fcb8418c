/**
 * Synchrony, its peers and the physical limits, side by side in one run.
 *
 * @packageDocumentation
 */
export { main } from './main';
