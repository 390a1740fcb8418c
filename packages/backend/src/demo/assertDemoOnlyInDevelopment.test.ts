import { ConfigReader } from '@backstage/config';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { assertDemoOnlyInDevelopment } from './assertDemoOnlyInDevelopment';

const demo = new ConfigReader(
  parse(
    readFileSync(
      path.resolve(__dirname, '../../../../app-config.demo.yaml'),
      'utf8',
    ),
  ),
);

const parts = {
  'the demo sign-in': { auth: { providers: { demo: { development: {} } } } },
  'demo personas': { demo: { personas: [] } },
  'a demo token': {
    backend: {
      auth: {
        externalAccess: [
          { type: 'static', options: { token: 'demo-ci-token', subject: 'x' } },
        ],
      },
    },
  },
};

describe('assertDemoOnlyInDevelopment', () => {
  it.each([undefined, '', 'production', 'test'])(
    'refuses the demo configuration when NODE_ENV is %p',
    nodeEnv => {
      expect(() => assertDemoOnlyInDevelopment(demo, nodeEnv)).toThrow(
        /^Refusing to start: .*NODE_ENV=development/,
      );
    },
  );

  it.each(Object.entries(parts))(
    'refuses %s alone and names it',
    (name, data) => {
      expect(() =>
        assertDemoOnlyInDevelopment(new ConfigReader(data), 'production'),
      ).toThrow(name);
    },
  );

  it('lets the demo run in development', () => {
    expect(() =>
      assertDemoOnlyInDevelopment(demo, 'development'),
    ).not.toThrow();
  });

  it('has no word about a configuration without demo parts', () => {
    const config = new ConfigReader({
      auth: { providers: { github: {} } },
      backend: {
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: 'a-real-secret-token', subject: 'ci' },
            },
          ],
        },
      },
    });
    expect(() => assertDemoOnlyInDevelopment(config, undefined)).not.toThrow();
  });
});
