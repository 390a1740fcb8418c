import { renderTable } from './table';
import { Comparison } from './types';

const comparison: Comparison = {
  work: 'import',
  ours: '30,000 rows/s',
  beside: 'COPY: 100,000 rows/s',
  ratio: '0.30×',
  reach: '≥ 0.25×',
  met: true,
  notes: ['All rows count.'],
};

describe('renderTable', () => {
  it('says what was met and explains in numbered notes, each once', () => {
    const table = renderTable([
      comparison,
      { ...comparison, work: 'again', met: false },
      { ...comparison, work: 'more', reach: '', met: undefined, notes: [] },
    ]);
    expect(table.split('\n')).toEqual([
      '| work       | ours          | limit or peer        | ratio | reach   | met |',
      '| ---------- | ------------- | -------------------- | ----- | ------- | --- |',
      '| import [1] | 30,000 rows/s | COPY: 100,000 rows/s | 0.30× | ≥ 0.25× | yes |',
      '| again [1]  | 30,000 rows/s | COPY: 100,000 rows/s | 0.30× | ≥ 0.25× | NO  |',
      '| more       | 30,000 rows/s | COPY: 100,000 rows/s | 0.30× | –       | –   |',
      '',
      '[1] All rows count.',
    ]);
  });
});
