/**
 * Lets security champions approve waivers of what they look after.
 *
 * @packageDocumentation
 */
export { ingestionModuleChampions as default } from './module';
