import { render, screen } from '@testing-library/react';
import { app } from './App';

describe('App', () => {
  const environment = process.env;
  afterEach(() => {
    process.env = environment;
  });

  it('boots to its sign-in page', async () => {
    process.env = {
      ...environment,
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Synchrony', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost' },
          },
        },
      ] as never,
    };
    render(app.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }),
    ).toBeInTheDocument();
  });
});
