import { ReportFormat } from '../types';
import { sarif } from './sarif-2.1.0';

/** Every format; a body is of the first one that recognises it. */
export const formats: readonly ReportFormat[] = [sarif];
