export { writeExport, type ExportColumn } from './writeExport';
