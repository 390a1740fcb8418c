/**
 * Larkhill Bank, a fictional bank to look at Synchrony with.
 *
 * @packageDocumentation
 */
export { PERSONAS, type Persona } from './personas';
