/** Something of a file that is wrong, and where; both count from 1. */
export class FileFault extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(`line ${line}, column ${column}: ${message}`);
    this.name = 'FileFault';
    this.line = line;
    this.column = column;
  }
}
