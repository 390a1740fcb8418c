/**
 * Larkhill Bank, a fictional bank to look at Synchrony with.
 *
 * @packageDocumentation
 */
export {
  loadDemo,
  type LoadDemoOptions,
  type LoadDemoResult,
} from './loader/loadDemo';
export { PERSONAS, type Persona } from './personas';
