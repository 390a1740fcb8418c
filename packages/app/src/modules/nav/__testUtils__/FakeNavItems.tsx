import type {
  NavContentNavItem,
  NavContentNavItems,
  NavContentNavItemsWithComponent,
} from '@backstage/plugin-app-react';
import { ComponentType } from 'react';

/** Items of the sidebar as the app hands them over. */
export class FakeNavItems implements NavContentNavItems {
  readonly #items: NavContentNavItem[];
  readonly #taken = new Set<string>();

  constructor(items: NavContentNavItem[]) {
    this.#items = items;
  }

  take(id: string) {
    this.#taken.add(id);
    return this.#items.find(item => item.node.spec.id === id);
  }

  rest() {
    return this.#items.filter(item => !this.#taken.has(item.node.spec.id));
  }

  clone() {
    return new FakeNavItems(this.#items);
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
