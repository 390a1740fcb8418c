export {
  cleanText,
  encodeRows,
  type Cell,
  type Engine,
  type Rows,
} from './encodeRows';
export * from './layouts';
