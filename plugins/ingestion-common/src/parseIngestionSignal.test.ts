import { parseIngestionSignal } from './parseIngestionSignal';

describe('parseIngestionSignal', () => {
  it('reads a signal', () => {
    expect(
      parseIngestionSignal({ entityRef: 'component:default/a', version: 2 }),
    ).toEqual({ entityRef: 'component:default/a', version: 2 });
  });

  it.each([undefined, null, 'text', {}, { entityRef: 'a' }, { version: 1 }])(
    'ignores %p',
    message => {
      expect(parseIngestionSignal(message)).toBeUndefined();
    },
  );
});
