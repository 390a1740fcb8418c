import type {
  NavContentNavItem,
  NavContentNavItems,
  NavContentNavItemsWithComponent,
} from '@backstage/plugin-app-react';
import { ComponentType } from 'react';

/** Items of the sidebar as the app hands them over. */
export class FakeNavItems implements NavContentNavItems {
  readonly #items: NavContentNavItem[];
  readonly #taken: Set<string>;

  constructor(items: NavContentNavItem[], taken: Iterable<string> = []) {
    this.#items = items;
    this.#taken = new Set(taken);
  }

  take(id: string) {
    this.#taken.add(id);
    return this.#items.find(item => item.node.spec.id === id);
  }

  rest() {
    return this.#items.filter(item => !this.#taken.has(item.node.spec.id));
  }

  clone() {
    return new FakeNavItems(this.#items, this.#taken);
  }

  withComponent(
    Component: ComponentType<NavContentNavItem>,
  ): NavContentNavItemsWithComponent {
    const draw = (item: NavContentNavItem) => (
      <Component key={item.node.spec.id} {...item} />
    );
    return {
      take: id => {
        const item = this.take(id);
        return item ? draw(item) : null;
      },
      rest: () => this.rest().map(draw),
    };
  }
}
