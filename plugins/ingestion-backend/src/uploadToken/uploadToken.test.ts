import fc from 'fast-check';
import { isUsable, stateOf } from './stateOf';
import {
  generateUploadToken,
  isSecretOf,
  parseUploadToken,
  subjectOfUploadToken,
  uploadTokenIdOf,
} from './uploadToken';

describe('upload tokens', () => {
  it('are recognised by their secret, and by nothing else', () => {
    const first = generateUploadToken();
    const second = generateUploadToken();
    const presented = parseUploadToken(first.text);
    expect(presented).toBeDefined();
    expect(presented!.id).toBe(first.id);
    expect(isSecretOf(presented!, first.secretHash)).toBe(true);
    expect(isSecretOf(presented!, second.secretHash)).toBe(false);
    expect(isSecretOf(presented!, undefined)).toBe(false);
    expect(first.text).not.toContain(first.secretHash);
  });

  it('refuses every token of which one character was changed', () => {
    const { text, id, secretHash } = generateUploadToken();
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-_'),
        (position, character) => {
          fc.pre(text[position] !== character);
          const changed =
            text.slice(0, position) + character + text.slice(position + 1);
          const presented = parseUploadToken(changed);
          const accepted =
            presented?.id === id && isSecretOf(presented, secretHash);
          expect(accepted).toBe(false);
        },
      ),
    );
  });

  it.each(['', 'syn_', 'syn_x_y', `syn_${'a'.repeat(24)}_${'b'.repeat(42)}`])(
    'does not take %p for one',
    text => {
      expect(parseUploadToken(text)).toBeUndefined();
    },
  );

  it('stand in receipts by their id', () => {
    expect(uploadTokenIdOf(subjectOfUploadToken('ab12'))).toBe('ab12');
    expect(uploadTokenIdOf('ci')).toBeUndefined();
  });
});

describe('the state of an upload token', () => {
  const now = 1_000;
  it.each([
    [{ expiresAt: 1_001 }, 'active', true],
    [{ expiresAt: 1_001, replacedBy: 'b' }, 'replaced', true],
    [{ expiresAt: 1_000 }, 'expired', false],
    [{ expiresAt: 1_000, replacedBy: 'b' }, 'expired', false],
    [{ expiresAt: 1_001, revokedAt: 5 }, 'revoked', false],
  ] as const)('of %p is %s', (token, state, usable) => {
    expect(stateOf(token, now)).toBe(state);
    expect(isUsable(token, now)).toBe(usable);
  });
});
