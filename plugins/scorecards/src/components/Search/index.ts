export { DefinitionResult } from './DefinitionResult';
