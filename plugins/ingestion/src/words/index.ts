export {
  CONTROL_LABELS,
  COVERAGE_WORDS,
  STATUS_LABELS,
  SUGGESTED_ORDER,
  ORDER_LABELS,
} from './labels';
export { differingToolSeverity } from './toolSeverity';
export { locationText } from './locationText';
export { advisoryLink, cweLink } from './identifierLinks';
export { totalText } from './totalText';
export { describeGroup } from './describeGroup';
export { WHO_SEES } from './whoSees';
