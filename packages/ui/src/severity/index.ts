export {
  SeveritySquare,
  severityLabel,
  type SeverityName,
  type SeveritySquareProps,
} from './SeveritySquare';
