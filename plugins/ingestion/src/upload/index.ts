export { UploadReport } from './UploadReport';
