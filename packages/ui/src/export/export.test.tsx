import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { ExportButtons } from './ExportButtons';
import { pictureOf, wrapText } from './pictureOf';

function elementOf(html: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.append(element);
  return element;
}

function drawn(html: string, notes: string[] = []) {
  const { svg, ...size } = pictureOf({
    title: 'Levels & <scores>',
    notes,
    element: elementOf(html),
  });
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return { root, size };
}

describe('a picture of what is on screen', () => {
  it('stands alone: title, notes and the element with its own styles', () => {
    const { root } = drawn(
      '<table class="x" style="color: rgb(1, 2, 3)"><tr><td>64 %</td></tr></table>',
      ['Essentials, as of 1 Nov 2026'],
    );
    expect(root.querySelector('parsererror')).toBeNull();
    const texts = [...root.querySelectorAll('text')].map(
      each => each.textContent,
    );
    expect(texts).toEqual([
      'Levels & <scores>',
      'Essentials, as of 1 Nov 2026',
    ]);
    const table = root.querySelector('foreignObject table');
    expect(table?.textContent).toBe('64 %');
    expect(table?.hasAttribute('class')).toBe(false);
    expect(table?.getAttribute('style')).toContain('color:rgb(1, 2, 3)');
  });

  it('holds any text, and shows what was scrolled away', () => {
    const { root } = drawn(
      '<div style="overflow-x: auto">a &amp; b \u0001 é</div>',
    );
    expect(root.querySelector('parsererror')).toBeNull();
    const inner = root.querySelector('foreignObject div div');
    expect(inner?.textContent).toBe('a & b  é');
    expect(inner?.getAttribute('style')).toContain('overflow-x:visible');
  });

  it('leaves out what only serves reading on screen', () => {
    const { root } = drawn(
      '<p>Gold 3</p><p data-screen-only="">Point at the chart</p>',
    );
    expect(root.querySelector('foreignObject')?.textContent).toBe('Gold 3');
  });

  it('breaks long notes between words', () => {
    expect(wrapText('one two three four', 9)).toEqual([
      'one two',
      'three',
      'four',
    ]);
    expect(wrapText('', 9)).toEqual([]);
  });
});

function Shown() {
  const element = useRef<HTMLDivElement>(null);
  return (
    <>
      <ExportButtons
        name="levels"
        rows={() => [['Level', 'n']]}
        picture={{ title: 'Levels', notes: [], element }}
      />
      <div ref={element}>Gold 3</div>
    </>
  );
}

describe('ExportButtons', () => {
  it('says when no picture can be drawn, and that the sheet has it all', async () => {
    // A test has no canvas, as some browsers have none.
    HTMLImageElement.prototype.decode = async () => {
      throw new Error('The image can’t be decoded.');
    };
    render(<Shown />);
    await userEvent.click(screen.getByRole('button', { name: 'Export PNG' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No picture: The image can’t be decoded. The CSV holds the same numbers.',
    );
  });

  it('saves the sheet', async () => {
    const saved: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved.push(blob);
        return 'blob:sheet';
      },
      revokeObjectURL: () => {},
    });
    HTMLAnchorElement.prototype.click = jest.fn();
    render(<Shown />);
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    expect(saved).toHaveLength(1);
    expect(saved[0].type).toBe('text/csv');
  });
});
