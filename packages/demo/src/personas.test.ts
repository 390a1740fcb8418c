import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { PERSONAS } from './personas';

describe('PERSONAS', () => {
  it('are those that the demo’s configuration offers', () => {
    const config = parse(
      readFileSync(resolve(__dirname, '../../../app-config.demo.yaml'), 'utf8'),
    );
    const offered = config.demo.personas.map(
      ({ id, title, userRef, description }: Record<string, string>) => ({
        id,
        title,
        userRef,
        description,
      }),
    );
    expect(offered).toEqual(PERSONAS);
  });
});
