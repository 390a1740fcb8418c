export { EffectTab } from './EffectTab';
