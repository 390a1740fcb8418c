export { AtRisk, MyServices } from './MyServices';
