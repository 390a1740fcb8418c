import { Comparison } from './types';

const HEADINGS = ['work', 'ours', 'limit or peer', 'ratio', 'reach', 'met'];

function metOf({ reach, met }: Comparison): string {
  if (!reach || met === undefined) {
    return '–';
  }
  return met ? 'yes' : 'NO';
}

function line(cells: string[], widths: number[]): string {
  return `| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
}

/** A table that is Markdown and can be read as it is, with numbered notes below. */
export function renderTable(comparisons: Comparison[]): string {
  const notes: string[] = [];
  const rows = comparisons.map(comparison => {
    const marks = comparison.notes.map(note => {
      const known = notes.indexOf(note);
      return known >= 0 ? known + 1 : notes.push(note);
    });
    const { work, ours, beside, ratio, reach } = comparison;
    return [
      marks.length > 0 ? `${work} [${marks.join(', ')}]` : work,
      ours,
      beside,
      ratio,
      reach || '–',
      metOf(comparison),
    ];
  });
  const widths = HEADINGS.map((heading, index) =>
    Math.max(heading.length, ...rows.map(row => row[index].length)),
  );
  return [
    line(HEADINGS, widths),
    line(
      widths.map(width => '-'.repeat(width)),
      widths,
    ),
    ...rows.map(row => line(row, widths)),
    '',
    ...notes.map((note, index) => `[${index + 1}] ${note}`),
  ].join('\n');
}
