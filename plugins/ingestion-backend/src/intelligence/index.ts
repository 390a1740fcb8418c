export { decodeFile, type DecodedFile } from './decodeFile';
export { FileFault } from './FileFault';
export { likelihoodOf, readEpss } from './readEpss';
export { readKev } from './readKev';
export { readSsvc } from './readSsvc';
export * from './types';
