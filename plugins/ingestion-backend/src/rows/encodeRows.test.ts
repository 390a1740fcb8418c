import { cleanText, encodeRows } from './encodeRows';

describe('encodeRows', () => {
  const rows = [
    ['a', 1, true, null],
    ['say "\\"', 2.5, false, '{x,y}'],
  ];

  it('makes one array literal a column for PostgreSQL', () => {
    expect(encodeRows('pg', rows)).toEqual([
      {
        count: 2,
        texts: [
          '{"a","say \\"\\\\\\""}',
          '{1,2.5}',
          '{true,false}',
          '{NULL,"{x,y}"}',
        ],
      },
    ]);
  });

  it('makes one JSON text for SQLite', () => {
    expect(encodeRows('sqlite', rows)).toEqual([
      { count: 2, texts: [JSON.stringify(rows)] },
    ]);
  });

  it('cuts many rows into pieces', () => {
    const many = Array.from({ length: 2500 }, (_, index) => [index]);
    expect(encodeRows('pg', many).map(piece => piece.count)).toEqual([
      1000, 1000, 500,
    ]);
  });

  it('cleans what no database can hold', () => {
    expect(cleanText('a\u0000b')).toBe('ab');
    expect(cleanText('a\ud800b')).toBe('a\ufffdb');
    expect(cleanText('aéb')).toBe('aéb');
  });
});
