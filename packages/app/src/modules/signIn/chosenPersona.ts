const KEY = 'synchrony.demo.persona';

/** The choice lasts as long as the browser tab's session, so that two tabs can be two people. */
export const chosenPersona = {
  get: () => sessionStorage.getItem(KEY) ?? undefined,
  set: (id: string) => sessionStorage.setItem(KEY, id),
  forget: () => sessionStorage.removeItem(KEY),
};
