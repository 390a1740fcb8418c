import { parseArgs } from 'node:util';

export interface Options {
  quick: boolean;
  json: boolean;
  /** Names of the benchmarks to run; undefined for all. */
  only?: string[];
}

/** Reads the command line; throws an error that says what is possible. */
export function readOptions(argv: string[], names: string[]): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const only = values.only
    ?.split(',')
    .map(name => name.trim())
    .filter(Boolean);
  const unknown = only?.filter(name => !names.includes(name)) ?? [];
  if (unknown.length > 0) {
    throw new Error(
      `There is no benchmark ${unknown.join(', ')}; there are ${names.join(', ')}`,
    );
  }
  return { quick: values.quick, json: values.json, only };
}
