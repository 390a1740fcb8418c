export { ExportButtons, type ExportButtonsProps } from './ExportButtons';
export { type Picture } from './pictureOf';
export { formatCsv, saveCsv } from './saveCsv';
export { saveFile } from './saveFile';
export { savePicture } from './savePicture';
