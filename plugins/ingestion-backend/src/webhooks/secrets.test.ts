import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { signersOf, signsFor } from './index';

const one = {
  secret: 'a secret that nobody knows',
  owner: 'larkhill',
  repositories: [],
};
const two = { secret: 'the one that takes over', repositories: ['other/app'] };

const sign = (body: Buffer, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

describe('signatures', () => {
  it('of GitHub’s own example are right', () => {
    const secret = { secret: "It's a Secret to Everybody", repositories: [] };
    expect(
      signersOf(
        Buffer.from('Hello, World!'),
        'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
        [secret],
      ),
    ).toEqual([secret]);
  });

  it('name the secret that they were made with', () => {
    const body = Buffer.from('{}');
    expect(signersOf(body, sign(body, one.secret), [one, two])).toEqual([one]);
    expect(signersOf(body, sign(body, two.secret), [one, two])).toEqual([two]);
    expect(signersOf(body, sign(body, 'else'), [one, two])).toEqual([]);
    expect(signersOf(body, sign(body, one.secret), [])).toEqual([]);
  });

  it.each([
    undefined,
    '',
    'sha256=',
    'sha256=zz',
    `sha1=${'0'.repeat(40)}`,
    '0'.repeat(64),
  ])('that are none are refused: %p', signature => {
    expect(signersOf(Buffer.from('{}'), signature, [one])).toEqual([]);
  });

  it('do not hold for a body of which any byte is another', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, position, change) => {
          const body = Buffer.from(bytes);
          const signature = sign(body, one.secret);
          expect(signersOf(body, signature, [one])).toEqual([one]);
          body[position % body.length] ^= change;
          expect(signersOf(body, signature, [one])).toEqual([]);
        },
      ),
    );
  });
});

describe('secrets', () => {
  it('sign for their repositories only, in any case', () => {
    expect(signsFor(one, 'Larkhill/Payments')).toBe(true);
    expect(signsFor(one, 'larkhill-evil/payments')).toBe(false);
    expect(signsFor(two, 'Other/App')).toBe(true);
    expect(signsFor(two, 'other/app2')).toBe(false);
  });
});
