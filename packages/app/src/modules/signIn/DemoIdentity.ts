import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { chosenPersona } from './chosenPersona';

/** The identity of a persona; signing out leads back to the choice. */
export class DemoIdentity implements IdentityApi {
  readonly #inner: IdentityApi;

  constructor(inner: IdentityApi) {
    this.#inner = inner;
  }

  getProfileInfo() {
    return this.#inner.getProfileInfo();
  }

  getBackstageIdentity() {
    return this.#inner.getBackstageIdentity();
  }

  getCredentials() {
    return this.#inner.getCredentials();
  }

  async signOut() {
    chosenPersona.forget();
    await this.#inner.signOut();
  }
}
