import { readOptions } from './options';

const names = ['import', 'parse'];

describe('readOptions', () => {
  it('runs everything in full by default', () => {
    expect(readOptions([], names)).toEqual({
      quick: false,
      json: false,
      only: undefined,
    });
  });

  it('takes a list of names', () => {
    expect(
      readOptions(['--quick', '--json', '--only', 'parse, import'], names),
    ).toEqual({ quick: true, json: true, only: ['parse', 'import'] });
  });

  it('says which benchmarks there are', () => {
    expect(() => readOptions(['--only', 'speed'], names)).toThrow(
      'There is no benchmark speed; there are import, parse',
    );
  });
});
