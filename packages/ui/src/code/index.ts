export { CopyableCode, type CopyableCodeProps } from './CopyableCode';
export { useCopy, type CopyState } from './useCopy';
