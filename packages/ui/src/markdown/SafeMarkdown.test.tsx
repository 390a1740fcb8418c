import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { SafeMarkdown } from './SafeMarkdown';
import { safeLink } from './safeLink';

const SCRIPT = ['java', 'script:'].join('');

describe('safeLink', () => {
  it.each([
    'https://example.org/advisory',
    'http://example.org/',
    'HTTPS://example.org/A?b=c#d',
  ])('allows %s', href => {
    expect(safeLink(href)).toBe(new URL(href).href);
  });

  it.each([
    undefined,
    '',
    `${SCRIPT}alert(1)`,
    ` ${SCRIPT}alert(1)`,
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/catalog',
    'https://user:secret@evil.example/',
    'mailto:a@example.org',
  ])('refuses %p', href => {
    expect(safeLink(href)).toBeUndefined();
  });
});

describe('SafeMarkdown', () => {
  it('renders Markdown', async () => {
    renderInTestApp(
      <SafeMarkdown content="Use **parameters**, see [OWASP](https://owasp.org/x)." />,
    );

    expect((await screen.findByText('parameters')).tagName).toBe('STRONG');
    const link = screen.getByRole('link', { name: /^OWASP/ });
    expect(link).toHaveAttribute('href', 'https://owasp.org/x');
    expect(link).toHaveAttribute('target', '_blank');
  });

  it('shows HTML as text and runs nothing', async () => {
    const { container } = renderInTestApp(
      <SafeMarkdown
        content={[
          'before',
          '',
          '<img src=x onerror="alert(1)"><script>alert(2)</script>',
          '',
          `[a](${SCRIPT}alert(3)) [b](data:text/html,x) ![c](https://tracker.example/p.gif)`,
        ].join('\n')}
      />,
    );

    await screen.findByText('before');
    expect(container).toHaveTextContent('<script>alert(2)</script>');
    expect(container.querySelector('script')).toBeNull();
    expect(container.querySelector('[onerror]')).toBeNull();
    const targets = [...container.querySelectorAll('[href], [src]')].map(
      element => element.getAttribute('href') ?? element.getAttribute('src'),
    );
    expect(targets.filter(target => target)).toEqual([]);
  });
});
